// The form of a coupon: what it refuses, and that it returns the values that it was given.
import { expect, it } from "vitest";
import type { AdminCoupon } from "@/ipc/generated/operations";
import { differingFields } from "./differences";
import { blankFields, changeOf, type CouponFields, couponRules, fieldsOf, requestOf, termsOf } from "./fields";

const blank: CouponFields = { ...blankFields(new Date(2026, 2, 5, 14, 30)), name: "봄맞이" };

const held: AdminCoupon = {
  id: 7, name: "봄맞이", type: "CART", discountRate: 15, maxDiscountPrice: 5_000, minOrderAmount: 20_000, totalQuantity: 100, issuedQuantity: 40,
  remainingQuantity: 60, beginDate: "2026-03-01T00:00:00.123Z", endDate: "2026-04-01T00:00:00.456Z", owned: false, state: "NORMAL", usedQuantity: 12, distribution: "OPEN",
  createdAt: "2026-03-01T00:00:00.000Z", updatedAt: "2026-03-02T00:00:00.000Z",
};

function refusals(changes: Partial<CouponFields>, taken = 0): Record<string, string> {
  const { error } = couponRules(taken).safeParse({ ...blank, ...changes });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
}

it("accepts a usual coupon with a name", () => {
  expect(refusals({})).toEqual({});
});

it.each<[Partial<CouponFields>, Record<string, string>]>([
  [{ name: " " }, { name: "required" }],
  [{ discountRate: 0 }, { discountRate: "rate" }],
  [{ discountRate: 101 }, { discountRate: "rate" }],
  [{ discountRate: "" }, { discountRate: "rate" }],
  [{ by: "price", discountPrice: "" }, { discountPrice: "won" }],
  [{ by: "price", discountPrice: 3_000, discountRate: "" }, {}],
  [{ maxDiscountPrice: 0 }, { maxDiscountPrice: "won" }],
  [{ type: "CART_ITEM" }, { productIds: "products" }],
  [{ totalQuantity: "" }, { totalQuantity: "quantity" }],
  [{ endDate: blank.beginDate }, { endDate: "order" }],
  [{ beginDate: "" }, { beginDate: "date" }],
  [{ distribution: "CODE" }, { code: "code" }],
  [{ distribution: "CODE", code: "가을-2026" }, { code: "code" }],
  [{ distribution: "CODE", code: " autumn 2026" }, {}],
  [{ distribution: "GRANT", code: "가을" }, {}],
])("refuses %j", (changes, expected) => {
  expect(refusals(changes)).toEqual(expected);
});

it("does not fall below what was issued", () => {
  expect(refusals({ totalQuantity: 39 }, 40)).toEqual({ totalQuantity: "taken" });
  expect(refusals({ totalQuantity: 40 }, 40)).toEqual({});
});

it("sends only the discount that was chosen", () => {
  const request = requestOf({ ...blank, by: "price", discountPrice: 3_000, maxDiscountPrice: 100 });
  expect(request).toMatchObject({ discountPrice: 3_000, minOrderAmount: 0, productIds: [] });
  expect(request.discountRate).toBeUndefined();
  expect(request.maxDiscountPrice, "a cap goes with a rate").toBeUndefined();
});

it("gives back untouched what it was given, to the millisecond", () => {
  const change = changeOf(fieldsOf(held), held);
  expect(change).toMatchObject({ id: 7, updatedAt: held.updatedAt, beginDate: held.beginDate, endDate: held.endDate, discountRate: 15, maxDiscountPrice: 5_000, state: "NORMAL" });
});

it("moves only the instant that was touched", () => {
  const change = changeOf({ ...fieldsOf(held), endDate: "2026-05-01T00:00" }, held);
  expect(change.beginDate).toBe(held.beginDate);
  expect(change.endDate).toBe(new Date(2026, 4, 1).toISOString());
});

it("sends a code only where customers enter one", () => {
  expect(requestOf({ ...blank, distribution: "CODE", code: "AUTUMN" })).toMatchObject({ distribution: "CODE", code: "AUTUMN" });
  expect(requestOf({ ...blank, distribution: "GRANT", code: "AUTUMN" }).code).toBeUndefined();
});

it("reckons with half-filled fields", () => {
  expect(termsOf({ ...blank, discountRate: "" })).toEqual({ rate: 0, cap: undefined, minOrder: 0 });
});

it("names only the fields that differ and matter", () => {
  const mine = { ...fieldsOf(held), name: "여름", discountPrice: 9_999 };
  expect(differingFields(mine, fieldsOf(held)), "a price counts for nothing beside a rate").toEqual(["name"]);
  expect(differingFields({ ...mine, by: "price" }, fieldsOf(held))).toEqual(["name", "discountRate", "discountPrice", "maxDiscountPrice"]);
});
