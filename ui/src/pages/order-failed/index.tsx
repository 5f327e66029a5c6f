// After a payment that did not go through.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function OrderFailedPage() {
  const { t } = useTranslation("checkout");
  return <PageHeading title={t("failed.title")} />;
}
