// The settings of the shop.
import { useTranslation } from "react-i18next";
import { useSettings } from "@/features/admin-system/queries";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { SettingsForm } from "./SettingsForm";

export default function AdminSettingsPage() {
  const { t } = useTranslation("adminSettings");
  return (
    <>
      <PageHeading title={t("title")} />
      <QueryView query={useSettings()}>{(settings) => <SettingsForm settings={settings} />}</QueryView>
    </>
  );
}
