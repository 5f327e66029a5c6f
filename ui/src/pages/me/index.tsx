// Profile, addresses, password, sessions, settings.
import { useTranslation } from "react-i18next";
import { PageHeading } from "@/shared/components/PageHeading";

export default function MePage() {
  const { t } = useTranslation("me");
  return <PageHeading title={t("title")} />;
}
