// The categories to choose from: those with a name of our own, and those that the shop has added.
import { useCategories } from "@/features/catalog/queries";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import catalog from "@/locales/ko/catalog.json";

/** `chosen` is among them even where no product is in it any more. */
export function useCategoryChoices(chosen?: string): { value: string; label: string }[] {
  const nameOf = useCategoryName();
  const used = useCategories().data?.items.map(({ code }) => code) ?? [];
  const codes = new Set([...used, ...Object.keys(catalog.category), ...(chosen ? [chosen] : [])]);
  return [...codes].map((code) => ({ value: code, label: nameOf(code) }));
}
