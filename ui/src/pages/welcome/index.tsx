// The first start.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function WelcomePage() {
  const { t } = useTranslation("welcome");
  return <PageHeading title={t("title")} />;
}
