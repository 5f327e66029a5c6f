// Which lines of the cart are meant to be ordered, and what they come to. Pure, so that it can be tested as a table.
import type { Cart, CartItem } from "@/ipc/generated/operations";

export interface Selection {
  /** The lines that would be ordered, in the cart's order. */
  lines: readonly CartItem[];
  /** Units over those lines. */
  quantity: number;
  /** Won over those lines, before coupons. */
  amount: number;
  /** Lines that could be chosen at all. */
  orderableCount: number;
}

/**
 * Everything that can be ordered is chosen unless it was left out: what arrives in the cart later, or becomes
 * orderable again, is chosen without a further click.
 */
export function selectionOf(items: readonly CartItem[], leftOut: ReadonlySet<number>): Selection {
  const orderable = items.filter((item) => item.orderable);
  const lines = orderable.filter((item) => !leftOut.has(item.id));
  return {
    lines,
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    amount: lines.reduce((sum, line) => sum + line.subtotal, 0),
    orderableCount: orderable.length,
  };
}

/** The cart as it will be once the shop has accepted the quantity; shown while the answer is on its way. */
export function withQuantity(cart: Cart, id: number, quantity: number): Cart {
  const items = cart.items.map((item) => (item.id === id ? { ...item, quantity, subtotal: item.price * quantity } : item));
  const { amount } = selectionOf(items, new Set());
  return { ...cart, items, totalAmount: amount };
}

/** The cart with one line as the shop answered it. */
export function withLine(cart: Cart, line: CartItem): Cart {
  const items = cart.items.map((item) => (item.id === line.id ? line : item));
  return { ...cart, items, totalAmount: selectionOf(items, new Set()).amount };
}

/** Where the chosen lines are ordered. */
export function checkoutPath(lines: readonly Pick<CartItem, "id">[]): string {
  return `/checkout?items=${lines.map((line) => line.id).join(",")}`;
}

/** The most that the stepper offers; the shop has the last word, since a limit also counts earlier orders. */
export function mostOf(item: CartItem): number {
  return Math.min(item.availableQuantity, item.limitedQuantity ?? Number.MAX_SAFE_INTEGER);
}
