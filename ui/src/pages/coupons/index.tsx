// Coupons to get and those owned.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function CouponsPage() {
  const { t } = useTranslation("coupons");
  return <PageHeading title={t("title")} />;
}
