// The chosen lines and their sums.
import { expect, it } from "vitest";
import type { CartItem } from "@/ipc/generated/operations";
import { checkoutPath, mostOf, selectionOf, withLine, withQuantity } from "./selection";

function line(id: number, changes: Partial<CartItem> = {}): CartItem {
  return {
    id, productId: id, productName: `상품 ${id}`, price: 1000, quantity: 2, subtotal: 2000, availableQuantity: 5, orderable: true, ...changes,
  };
}

const items = [line(1), line(2, { orderable: false, reason: "INSUFFICIENT_STOCK" }), line(3, { price: 500, quantity: 3, subtotal: 1500 })];

it.each([
  { leftOut: [], ids: [1, 3], quantity: 5, amount: 3500, why: "all that can be ordered is chosen" },
  { leftOut: [1], ids: [3], quantity: 3, amount: 1500, why: "what is left out does not count" },
  { leftOut: [1, 3], ids: [], quantity: 0, amount: 0, why: "nothing may be chosen" },
  { leftOut: [99], ids: [1, 3], quantity: 5, amount: 3500, why: "a line that is gone changes nothing" },
])("$why", ({ leftOut, ids, quantity, amount }) => {
  const selection = selectionOf(items, new Set(leftOut));
  expect(selection.lines.map((chosen) => chosen.id)).toEqual(ids);
  expect([selection.quantity, selection.amount, selection.orderableCount]).toEqual([quantity, amount, 2]);
});

it("counts a new quantity before the shop has answered, and the shop's line once it has", () => {
  const cart = { items, itemCount: 3, totalAmount: 3500 };
  const sooner = withQuantity(cart, 1, 4);
  expect([sooner.items[0]?.subtotal, sooner.totalAmount]).toEqual([4000, 5500]);
  const answered = withLine(sooner, line(1, { price: 900, quantity: 4, subtotal: 3600 }));
  expect(answered.totalAmount, "the shop's price counts").toBe(5100);
});

it("offers no more than stock and limit allow", () => {
  expect(mostOf(line(1))).toBe(5);
  expect(mostOf(line(1, { limitedQuantity: 2 }))).toBe(2);
});

it("leads the chosen lines to checkout", () => {
  expect(checkoutPath([{ id: 3 }, { id: 7 }])).toBe("/checkout?items=3,7");
});
