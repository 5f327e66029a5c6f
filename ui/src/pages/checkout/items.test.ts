// What an address orders.
import { expect, it } from "vitest";
import { buyPath } from "@/features/order/buyPath";
import { readChoice } from "./items";

it.each([
  ["items=1,2", { cartItemIds: [1, 2] }],
  ["items=2,2,1", { cartItemIds: [2, 1] }],
  ["items=3,x,-1,0,1.5", { cartItemIds: [3] }],
  ["items=", {}],
  ["items=nonsense", {}],
  ["", {}],
  ["buy=7x2", { items: [{ productId: 7, quantity: 2 }] }],
  ["buy=7.3x1", { items: [{ productId: 7, productOptionId: 3, quantity: 1 }] }],
  ["buy=7x1&items=4", { items: [{ productId: 7, quantity: 1 }] }],
  ["buy=7&items=4", { cartItemIds: [4] }],
  ["buy=x1", {}],
  ["buy=-7x1", {}],
])("%j orders %j", (search, choice) => {
  expect(readChoice(new URLSearchParams(search))).toEqual(choice);
});

it.each([
  [{ productId: 7, quantity: 2 }],
  [{ productId: 7, productOptionId: 3, quantity: 1 }],
])("reads what the product page has written: %j", (item) => {
  expect(readChoice(new URL(buyPath(item), "http://x").searchParams)).toEqual({ items: [item] });
});
