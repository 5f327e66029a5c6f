// A printable receipt.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function ReceiptPage() {
  const { t } = useTranslation("orders");
  return <PageHeading title={t("receipt.title")} />;
}
