// From cart to payment.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function CheckoutPage() {
  const { t } = useTranslation("checkout");
  return <PageHeading title={t("title")} />;
}
