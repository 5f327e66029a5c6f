// One order.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function OrderPage() {
  const { t } = useTranslation("orders");
  return <PageHeading title={t("detail.title")} />;
}
