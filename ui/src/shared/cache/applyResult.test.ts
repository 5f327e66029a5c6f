// The effect of a result on the cache: the answer is there at once, and only parts that no event tells of are asked for again.
import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, it } from "vitest";
import { clientError, shopError } from "@/ipc/errors";
import type { Cart, CartItem, Order, Payment, PointTransaction, UserCoupon } from "@/ipc/generated/operations";
import { ok } from "@/ipc/result";
import { keys, listKey, obtainableCouponsKey, oneKey, type QueryTag } from "@/shared/queryKeys";
import { applyResult } from "./applyResult";

let client: QueryClient;

/** Everything is cached and fresh. */
beforeEach(() => {
  client = new QueryClient();
  for (const tag of Object.keys(keys) as QueryTag[]) client.setQueryData([...keys[tag], "probe"], {});
});

function staleTags(): string[] {
  const queries = client.getQueryCache().getAll();
  return queries.filter(({ state }) => state.isInvalidated).map(({ queryKey }) => String(queryKey[0])).sort();
}

const order = { id: 7, orderNumber: "ORD-1", state: "NORMAL", totalAmount: 1_000 } as Order;
const line = (id: number, quantity: number, orderable = true) => ({ id, quantity, subtotal: quantity * 100, orderable }) as CartItem;

it("shows a placed order, and leaves what follows to the events", () => {
  applyResult(client, "place_order", { expectedTotal: 1_000 } as never, ok(order));
  expect(client.getQueryData(oneKey("orders", 7))).toEqual(order);
  expect(staleTags()).toEqual([]);
});

it("shows a paid order as paid, with its payment", () => {
  client.setQueryData(oneKey("orders", 7), order);
  client.setQueryData([...listKey("orders"), {}], { pages: [{ items: [{ id: 8 }, order] }], pageParams: [undefined] });
  const payment = { id: 3, orderId: 7, amount: 1_000, method: "POINT", state: "COMPLETED", paidAt: "2026-03-01T00:00:00Z" } as Payment;
  applyResult(client, "pay_order", { orderId: 7, amount: 1_000, paymentMethod: "POINT" }, ok(payment));
  const paid = { ...order, state: "CONFIRMED", payment, paidAt: payment.paidAt };
  expect(client.getQueryData(oneKey("orders", 7))).toEqual(paid);
  expect(client.getQueryData([...listKey("orders"), {}])).toMatchObject({ pages: [{ items: [{ id: 8 }, paid] }] });
  expect(staleTags(), "no event tells of the ranking").toEqual(["popular"]);
});

it("shows the points that are left, and a coupon as taken", () => {
  client.setQueryData(keys.session, { id: 1, availablePoint: 5_000 });
  applyResult(client, "charge_points", { amount: 1_000 }, ok({ balanceAfter: 6_000 } as PointTransaction));
  expect(client.getQueryData(keys.session)).toEqual({ id: 1, availablePoint: 6_000 });
  client.setQueryData(obtainableCouponsKey, { items: [{ id: 4, owned: false }, { id: 5, owned: false }] });
  applyResult(client, "issue_coupon", { id: 5 }, ok({ id: 50, couponId: 5 } as UserCoupon));
  expect(client.getQueryData(obtainableCouponsKey)).toEqual({ items: [{ id: 4, owned: false }, { id: 5, owned: true }] });
});

it("puts a line into the cart, changes it, and takes it out", () => {
  client.setQueryData<Cart>(keys.cart, { items: [line(1, 2)], itemCount: 1, totalAmount: 200 });
  applyResult(client, "add_cart_item", { productId: 5, quantity: 3 }, ok(line(2, 3)));
  expect(client.getQueryData(keys.cart)).toEqual({ items: [line(1, 2), line(2, 3)], itemCount: 2, totalAmount: 500 });
  applyResult(client, "add_cart_item", { productId: 4, quantity: 2 }, ok(line(1, 4, false)));
  expect(client.getQueryData(keys.cart), "what cannot be ordered adds nothing").toMatchObject({ itemCount: 2, totalAmount: 300 });
  applyResult(client, "remove_cart_item", { id: 1 }, ok({}));
  expect(client.getQueryData(keys.cart)).toEqual({ items: [line(2, 3)], itemCount: 1, totalAmount: 300 });
});

it("does not take the mark from what is stale already", () => {
  const list = [...listKey("orders"), {}];
  client.setQueryData(list, { pages: [{ items: [order] }], pageParams: [undefined] });
  void client.invalidateQueries({ queryKey: keys.orders });
  applyResult(client, "cancel_order", { id: 7 }, ok({ ...order, state: "CANCELLED" }));
  expect(client.getQueryState(list)?.isInvalidated).toBe(true);
});

it.each([
  ["a refusal that tells of an old page", shopError("COUPON_SOLD_OUT", {}), "issue_coupon", ["coupons"]],
  ["a failure", clientError("OFFLINE"), "issue_coupon", ["coupons"]],
  ["a refusal of what was typed", shopError("INVALID_INPUT", { fields: [] }), "update_me", []],
  ["a disk that is full", shopError("STORAGE_UNAVAILABLE", { reason: "FULL" }), "update_me", ["shop"]],
] as const)("asks again after %s", (_, error, operation, stale) => {
  applyResult(client, operation, { id: 1 } as never, error);
  expect(staleTags()).toEqual(stale);
});
