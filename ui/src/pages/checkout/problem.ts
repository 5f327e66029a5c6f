// Reads the details of a refused order against the quote on screen.
import type { ShortLine } from "@/ipc/errorDetails";
import type { Quote } from "@/ipc/generated/operations";
import type { Refused, ShopError } from "@/ipc/errors";
import type { Lang } from "@/shared/text/format";
import { couponName, lineName } from "@/shared/text/names";

/** Refusals that the page explains better than a toast could. */
const EXPLAINED = ["AMOUNT_MISMATCH", "INSUFFICIENT_STOCK", "INVALID_COUPON", "EXCEEDED_LIMITED_QUANTITY", "PRODUCT_NOT_FOUND", "CART_EMPTY", "CART_ITEM_NOT_FOUND"] as const;

export type CheckoutRefusal = Extract<Refused, { code: (typeof EXPLAINED)[number] }>;

/** The lines are no longer in the cart: mostly another tab or window has ordered them. */
export function isGone(error: ShopError | null): boolean {
  return error?.code === "CART_EMPTY" || error?.code === "CART_ITEM_NOT_FOUND";
}

export function isCheckoutRefusal(error: ShopError): error is CheckoutRefusal {
  return EXPLAINED.some((code) => code === error.code);
}

/** The name of a coupon while the quote has it. */
export function chosenCouponName(userCouponId: number, quote: Quote, lang: Lang): string | undefined {
  const choice = quote.choices.find(({ coupon }) => coupon.id === userCouponId);
  return choice && couponName(choice.coupon, lang);
}

export interface NamedShortLine extends ShortLine {
  key: string;
  name: string;
}

/** Every line that falls short, by name. */
export function namedShortLines(lines: readonly ShortLine[], quote: Quote, lang: Lang): NamedShortLine[] {
  return lines.map((short) => {
    const { productId, productOptionId } = short;
    const line = quote.items.find((item) => item.productId === productId && (item.productOptionId ?? undefined) === productOptionId);
    return { ...short, key: `${productId}/${productOptionId ?? ""}`, name: line === undefined ? "" : lineName(line, lang) };
  });
}
