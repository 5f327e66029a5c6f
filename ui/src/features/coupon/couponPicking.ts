// Choosing coupons for an order. Which of them apply and what they take off is the shop's answer; this only keeps the
// list of wanted ones in the order of the clicks.
import type { CouponChoice } from "@/ipc/generated/operations";

/** The most cart coupons that an order takes. */
export const MOST_CART_COUPONS = 2;

const REASONS = ["NOT_OWNED", "NOT_AVAILABLE", "EXPIRED", "NOT_STARTED", "MIN_ORDER_AMOUNT", "LIMIT_EXCEEDED", "NOT_APPLICABLE", "DUPLICATE"] as const;
export type CouponReason = (typeof REASONS)[number];

/** The reason as a word that we know; whatever else a newer shop may say is "not available". */
export function reasonOf(reason: unknown): CouponReason {
  return REASONS.find((known) => known === reason) ?? "NOT_AVAILABLE";
}

/** The wanted coupons after a click. An item coupon takes the place of the one that its lines had. */
export function toggleCoupon(choices: readonly CouponChoice[], wanted: readonly number[], id: number): number[] {
  if (wanted.includes(id)) return wanted.filter((other) => other !== id);
  const lines = linesOf(choices, id);
  const kept = wanted.filter((other) => !linesOf(choices, other).some((line) => lines.includes(line)));
  return [...kept, id];
}

/** Whether a click on it does something: it applies, or it would replace the item coupon that is in its way. */
export function isPickable({ applicable, selected, reason, coupon, cartItemIds }: CouponChoice): boolean {
  if (applicable || selected) return true;
  return coupon.type === "CART_ITEM" && reason === "LIMIT_EXCEEDED" && (cartItemIds ?? []).length > 0;
}

export interface SortedChoices {
  /** Item coupons, by the line under which they are shown: the first that they are for. */
  byLine: ReadonlyMap<number, readonly CouponChoice[]>;
  cart: readonly CouponChoice[];
  /** Item coupons of which no product is in the order. */
  elsewhere: readonly CouponChoice[];
}

/** Where each coupon is shown; those that can be used come first. */
export function sortChoices(choices: readonly CouponChoice[]): SortedChoices {
  const usableFirst = [...choices].sort((a, b) => Number(isPickable(b)) - Number(isPickable(a)));
  const byLine = new Map<number, CouponChoice[]>();
  const cart: CouponChoice[] = [];
  const elsewhere: CouponChoice[] = [];
  for (const choice of usableFirst) {
    const line = choice.cartItemIds?.[0];
    if (choice.coupon.type === "CART") cart.push(choice);
    else if (line === undefined) elsewhere.push(choice);
    else byLine.set(line, [...(byLine.get(line) ?? []), choice]);
  }
  return { byLine, cart, elsewhere };
}

/** Whether both are the same coupons, whatever their order. */
export function isSameChoice(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

function linesOf(choices: readonly CouponChoice[], id: number): readonly number[] {
  const choice = choices.find(({ coupon }) => coupon.id === id);
  return choice?.coupon.type === "CART_ITEM" ? (choice.cartItemIds ?? []) : [];
}
