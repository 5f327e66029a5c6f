// The customer's points.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function PointsPage() {
  const { t } = useTranslation("points");
  return <PageHeading title={t("title")} />;
}
