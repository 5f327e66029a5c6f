// The actions and steps of an order, and the filter in the address.
import { expect, it } from "vitest";
import type { Order } from "@/ipc/generated/operations";
import { readFilter, startOf, writeFilter } from "./filter";
import { actionsOf, amountsOf, momentsOf, standingOf, stepOf, traceIn } from "./orderState";

const NOW = new Date("2026-03-05T05:30:00.000Z");

function order(changes: Partial<Order> = {}): Order {
  return {
    id: 1, orderNumber: "ORD-20260305-000001", state: "NORMAL", amount: 10_000, discountAmount: 0, shippingFee: 0, totalAmount: 10_000, refundedAmount: 0, deliveryMethod: "DELIVERY", items: [], coupons: [],
    shippingAddress: { recipientName: "", phone: "", zipCode: "", address: "" }, createdAt: "2026-03-05T05:00:00.000Z", updatedAt: "2026-03-05T05:00:00.000Z",
    expiresAt: "2026-03-05T05:31:00.000Z", ...changes,
  };
}

it.each([
  [{}, "unpaid", 0, ["pay", "cancel"]],
  [{ expiresAt: "2026-03-05T05:30:00.000Z" }, "unpaid", 0, ["cancel"]],
  [{ state: "CONFIRMED", deliveryState: "PREPARING", paidAt: "x" }, "preparing", 1, ["refund", "receipt", "again"]],
  [{ state: "CONFIRMED", deliveryState: "SHIPPED", paidAt: "x" }, "shipped", 2, ["receipt", "again"]],
  [{ state: "CONFIRMED", deliveryState: "DELIVERED", paidAt: "x" }, "delivered", 3, ["receipt", "again"]],
  [{ state: "REFUNDED", paidAt: "x" }, "refunded", undefined, ["receipt", "again"]],
  [{ state: "PAYMENT_FAILED" }, "failed", undefined, ["again"]],
  [{ state: "CANCELLED" }, "cancelled", undefined, ["again"]],
] as const)("%j is %s", (changes, standing, step, actions) => {
  const subject = order(changes);
  expect([standingOf(subject), stepOf(subject)]).toEqual([standing, step]);
  const offered = Object.entries(actionsOf(subject, NOW)).filter(([, can]) => can);
  expect(offered.map(([action]) => action)).toEqual(actions);
});

it("tells what happened when, and ends as the order ended", () => {
  const refunded = order({ state: "REFUNDED", paidAt: "2026-03-05T05:01:00.000Z", cancelledAt: "2026-03-06T00:00:00.000Z" });
  expect(momentsOf(refunded).map(({ what }) => what)).toEqual(["placed", "paid", "refunded"]);
  expect(momentsOf(order({ state: "CANCELLED", cancelledAt: "x" })).map(({ what }) => what)).toEqual(["placed", "cancelled"]);
});

it("adds up coupons by kind", () => {
  const coupon = { userCouponId: 1, name: "" };
  const coupons: Order["coupons"] = [{ ...coupon, type: "CART", discountAmount: 300 }, { ...coupon, type: "CART_ITEM", discountAmount: 50 }];
  expect(amountsOf(order({ coupons, totalAmount: 9_650 }))).toEqual({ goods: 10_000, itemCoupons: 50, cartCoupons: 300, total: 9_650 });
  expect(amountsOf(order({ coupons, shippingFee: 3_000, totalAmount: 12_650 }))).toMatchObject({ shipping: 3_000, total: 12_650 });
});

it("finds the trace in what the shop noted of a failure", () => {
  expect(traceIn("the payment broke off (trace 7f3a-12)")).toBe("7f3a-12");
  expect(traceIn("something else")).toBeUndefined();
});

it.each([
  ["", { period: "3" }, ""],
  ["period=12&state=REFUNDED", { period: "12", state: "REFUNDED" }, "period=12&state=REFUNDED"],
  ["period=3", { period: "3" }, ""],
  ["period=7&state=nonsense", { period: "3" }, ""],
  ["period=all", { period: "all" }, "period=all"],
])("reads %j from the address and writes it back", (address, filter, written) => {
  expect(readFilter(new URLSearchParams(address))).toEqual(filter);
  expect(writeFilter(readFilter(new URLSearchParams(address))).toString()).toBe(written);
});

it("starts a period at midnight, so that the question stays the same all day", () => {
  expect(startOf("1", NOW)).toBe("2026-02-04T15:00:00.000Z");
  expect(startOf("12", NOW)).toBe("2025-03-04T15:00:00.000Z");
  expect(startOf("all", NOW)).toBeUndefined();
});
