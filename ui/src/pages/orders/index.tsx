// The customer's orders.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function OrdersPage() {
  const { t } = useTranslation("orders");
  return <PageHeading title={t("title")} />;
}
