// Whatever is thrown becomes a ShopError of one of three kinds, with the details that its code promises.
import { fits } from "./errorShapes";
import { expect, it } from "vitest";
import { toShopError, traceIdOf } from "./errors";

it.each([
  ["a refusal", { code: "CART_EMPTY" }, { kind: "refused", code: "CART_EMPTY" }],
  ["a refusal with details", { code: "AMOUNT_MISMATCH", details: { expected: 12_000, actual: 10_000 } }, { kind: "refused", details: { expected: 12_000, actual: 10_000 } }],
  ["a payment that was undone", { code: "PAYMENT_FAILED" }, { kind: "refused" }],
  ["a queue that is full", { code: "OVERLOADED" }, { kind: "busy" }],
  ["a shipment that cannot be undone any more", { code: "INVALID_ORDER_STATE", details: { state: "REFUNDED", asked: "UNSHIP" } }, { kind: "refused" }],
  ["too many tries", { code: "TOO_MANY_REQUESTS", details: { retryAfter: 3 } }, { kind: "busy", details: { retryAfter: 3 } }],
  ["a full disk", { code: "STORAGE_UNAVAILABLE", details: { reason: "FULL" } }, { kind: "busy" }],
  ["a damaged file", { code: "STORAGE_UNAVAILABLE", details: { reason: "DAMAGED" } }, { kind: "failed" }],
  ["the unforeseen", { code: "INTERNAL_ERROR", details: { traceId: "t-1" } }, { kind: "failed", code: "INTERNAL_ERROR" }],
  ["a code of a newer shop", { code: "OF_TOMORROW" }, { kind: "failed", code: "UNKNOWN_CODE", message: "words" }],
])("tells %s", (_, body, expected) => {
  expect(toShopError({ message: "words", ...body })).toMatchObject(expected);
});

it.each([
  ["a missing figure", { code: "AMOUNT_MISMATCH", details: { expected: 1 } }],
  ["missing details", { code: "INSUFFICIENT_STOCK" }],
  ["another type", { code: "INSUFFICIENT_STOCK", details: { items: [{ productId: "7", requested: 1, available: 0 }] } }],
  ["an unknown reason", { code: "INVALID_COUPON", details: { userCouponId: 1, reason: "OF_TOMORROW" } }],
])("takes an error with %s for unforeseen", (_, body) => {
  expect(toShopError({ message: "words", ...body })).toMatchObject({ kind: "failed", code: "INTERNAL_ERROR" });
});

it("takes anything else for unforeseen", () => {
  expect(toShopError("panic").code).toBe("INTERNAL_ERROR");
  expect(toShopError(new Error("no")).message).toBe("no");
});

it("knows the trace id where there is one", () => {
  expect(traceIdOf(toShopError({ code: "INTERNAL_ERROR", message: "", details: { traceId: "t-1" } }))).toBe("t-1");
  expect(traceIdOf(toShopError({ code: "CART_EMPTY", message: "" }))).toBeUndefined();
});

it.each(["ROOM_OPEN", "ROOM_CLOSED", "ROOM_FULL", "NOT_STARTED", "ENDED", "ALREADY_BOUGHT"])("knows that a sale room refuses with %s", (reason) => {
  expect(fits("CONFLICT", { reason })).toBe(true);
  expect(fits("FORBIDDEN", { reason: "SALE_PIN" })).toBe(true);
});
