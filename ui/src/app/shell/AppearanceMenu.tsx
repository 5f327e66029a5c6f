// Language, light or dark, and text size, at hand on every page.
import { ActionIcon, Popover, SegmentedControl, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { Languages } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { switchLanguage } from "../i18n";
import { TEXT_SIZES, useTextSize } from "../textSize";

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
  const lang = useLang();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [textSize, setTextSize] = useTextSize();
  return (
    <Stack gap="md">
      <Field label={t("appearance.language")}>
        <SegmentedControl
          fullWidth
          aria-label={t("appearance.language")}
          value={lang}
          onChange={switchLanguage}
          data={[
            { value: "ko", label: "한국어" },
            { value: "en", label: "English" },
          ]}
        />
      </Field>
      <Field label={t("appearance.theme")}>
        <SegmentedControl
          fullWidth
          aria-label={t("appearance.theme")}
          value={colorScheme}
          onChange={setColorScheme}
          data={[
            { value: "light", label: t("appearance.light") },
            { value: "dark", label: t("appearance.dark") },
            { value: "auto", label: t("appearance.system") },
          ]}
        />
      </Field>
      <Field label={t("appearance.textSize")}>
        <SegmentedControl
          fullWidth
          aria-label={t("appearance.textSize")}
          value={textSize}
          onChange={setTextSize}
          data={TEXT_SIZES.map((size) => ({ value: size, label: t(`appearance.${size}`) }))}
        />
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
