// Language, light or dark, text size: the same switches as in the header, with a word about each.
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAbout } from "@/features/desktop/queries";
import { LanguageSwitch, TextSizeSwitch, ThemeSwitch } from "@/shared/appearance/switches";
import { PageHeading } from "@/shared/components/PageHeading";
import { VersionText } from "@/shared/components/VersionText";
import classes from "./me.module.css";

export function SettingsPart() {
  const { t } = useTranslation("me");
  const about = useAbout();
  return (
    <>
      <PageHeading title={t("nav.settings")} />
      <Text c="dimmed">{t("settings.text")}</Text>
      <Setting title={t("settings.language")} hint={t("settings.languageHint")}>
        <LanguageSwitch size="md" />
      </Setting>
      <Setting title={t("settings.theme")} hint={t("settings.themeHint")}>
        <ThemeSwitch size="md" />
      </Setting>
      <Setting title={t("settings.textSize")} hint={t("settings.textSizeHint")}>
        <TextSizeSwitch size="md" />
      </Setting>
      <VersionText about={about} />
    </>
  );
}

function Setting({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <div className={classes.setting}>
      <div>
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      </div>
      {children}
    </div>
  );
}
