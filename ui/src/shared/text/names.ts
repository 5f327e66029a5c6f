// Names of products, options and coupons in the language shown: the English one where the shop gave one, the Korean one
// otherwise. On a page they are shown by `NameText`, which marks Korean text on English pages.
import type { Lang } from "./format";

interface Named {
  name: string;
  nameEn?: string | null;
}

/** The name of a product as the catalogue has it. */
export function productName({ name, nameEn }: Named, lang: Lang): string {
  return nameIn(lang, name, nameEn);
}

/** The name of an option of a product. */
export function optionName({ name, nameEn }: Named, lang: Lang): string {
  return nameIn(lang, name, nameEn);
}

/** The name of a coupon; an order keeps the name from when it was used. */
export function couponName({ name, nameEn }: Named, lang: Lang): string {
  return nameIn(lang, name, nameEn);
}

/** The name of an item of a cart, a quote or an order; an order keeps the name from when it was sold. */
export function lineName(line: { productName: string; productNameEn?: string | null }, lang: Lang): string {
  return nameIn(lang, line.productName, line.productNameEn);
}

export function nameIn(lang: Lang, korean: string, english: string | null | undefined): string {
  return lang === "en" && english ? english : korean;
}

/** Whether the text has Hangul in it. */
export function isKorean(text: string): boolean {
  return /\p{Script=Hangul}/u.test(text);
}
