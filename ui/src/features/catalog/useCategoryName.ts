// Categories travel as codes; their names are texts of the UI. A shop may invent a code that we have no
// name for, and then the code itself is the name.
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
