// What the customer means to buy.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function CartPage() {
  const { t } = useTranslation("cart");
  return <PageHeading title={t("title")} />;
}
