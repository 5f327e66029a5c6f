// The name of a category. Categories are codes, and their names are texts of the UI. A code without a text is its own
// name.
import { useTranslation } from "react-i18next";
import catalog from "@/locales/ko/catalog.json";

type KnownCategory = keyof typeof catalog.category;

export function useCategoryName(): (code: string) => string {
  const { t } = useTranslation("catalog");
  return (code) => (isKnown(code) ? t(`category.${code}`) : code);
}

function isKnown(code: string): code is KnownCategory {
  return code in catalog.category;
}
