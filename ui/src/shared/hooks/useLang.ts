// The language of the UI as the two values that formats and names understand.
import { useTranslation } from "react-i18next";
import type { Lang } from "@/shared/text/format";

export function useLang(): Lang {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? "en" : "ko";
}
