// Language, light or dark, and text size, at hand on every page.
import { ActionIcon, Popover, Stack, Text } from "@mantine/core";
import { Languages } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch, TextSizeSwitch, ThemeSwitch } from "@/shared/appearance/switches";

export function AppearanceMenu() {
  const { t } = useTranslation("shell");
  return (
    <Popover position="bottom-end" width={300} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={42} aria-label={t("appearance.label")}>
          <Languages size={22} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("appearance.label")}>
        <AppearanceFields />
      </Popover.Dropdown>
    </Popover>
  );
}

function AppearanceFields() {
  const { t } = useTranslation("shell");
  return (
    <Stack gap="md">
      <Field label={t("appearance.language")}>
        <LanguageSwitch fullWidth />
      </Field>
      <Field label={t("appearance.theme")}>
        <ThemeSwitch fullWidth />
      </Field>
      <Field label={t("appearance.textSize")}>
        <TextSizeSwitch fullWidth />
      </Field>
    </Stack>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" fw={600} mb={6} aria-hidden>
        {label}
      </Text>
      {children}
    </div>
  );
}
