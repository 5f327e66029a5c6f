// The three choices of how the shop looks: language, light or dark, text size. Each takes effect at once.
import { SegmentedControl, type SegmentedControlProps, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { switchLanguage } from "./language";
import { TEXT_SIZES, useTextSize } from "./textSize";

type Look = Pick<SegmentedControlProps, "size" | "fullWidth" | "radius">;

export function LanguageSwitch(look: Look) {
  const { t } = useTranslation("shell");
  const lang = useLang();
  const data = [
    { value: "ko" as const, label: "한국어" },
    { value: "en" as const, label: "English" },
  ];
  return <SegmentedControl {...look} aria-label={t("appearance.language")} value={lang} onChange={switchLanguage} data={data} />;
}

export function ThemeSwitch(look: Look) {
  const { t } = useTranslation("shell");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const data = [
    { value: "light" as const, label: t("appearance.light") },
    { value: "dark" as const, label: t("appearance.dark") },
    { value: "auto" as const, label: t("appearance.system") },
  ];
  return <SegmentedControl {...look} aria-label={t("appearance.theme")} value={colorScheme} onChange={setColorScheme} data={data} />;
}

export function TextSizeSwitch(look: Look) {
  const { t } = useTranslation("shell");
  const [textSize, setTextSize] = useTextSize();
  const data = TEXT_SIZES.map((size) => ({ value: size, label: t(`appearance.${size}`) }));
  return <SegmentedControl {...look} aria-label={t("appearance.textSize")} value={textSize} onChange={setTextSize} data={data} />;
}
