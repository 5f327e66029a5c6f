// After a payment that went through.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function OrderDonePage() {
  const { t } = useTranslation("checkout");
  return <PageHeading title={t("done.title")} />;
}
