// Names of products in the language shown: the English one where the shop gave one, the Korean one otherwise.
import type { Lang } from "./format";

/** The name of a product as the catalogue has it. */
export function productName({ name, nameEn }: { name: string; nameEn?: string | null }, lang: Lang): string {
  return inLanguage(lang, name, nameEn);
}

/** The name of an item of a cart, a quote or an order; an order keeps the name from when it was sold. */
export function lineName(line: { productName: string; productNameEn?: string | null }, lang: Lang): string {
  return inLanguage(lang, line.productName, line.productNameEn);
}

function inLanguage(lang: Lang, korean: string, english: string | null | undefined): string {
  return lang === "en" && english ? english : korean;
}
