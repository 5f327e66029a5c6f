// Clicks on coupons, and where each coupon is shown.
import { expect, it } from "vitest";
import type { CouponChoice } from "@/ipc/generated/operations";
import { isPickable, isSameChoice, reasonOf, sortChoices, toggleCoupon } from "./couponPicking";

function choice(id: number, type: "CART" | "CART_ITEM", changes: Partial<CouponChoice> = {}): CouponChoice {
  const coupon = {
    id, couponId: id, name: `쿠폰 ${id}`, type, state: "AVAILABLE" as const, minOrderAmount: 0, discountPrice: 1000,
    beginDate: "", issuedAt: "", expiresAt: "",
  };
  return { coupon, applicable: true, selected: false, discountAmount: 1000, ...changes };
}

const choices = [
  choice(1, "CART"),
  choice(2, "CART"),
  choice(11, "CART_ITEM", { cartItemIds: [7] }),
  choice(12, "CART_ITEM", { cartItemIds: [7, 8], applicable: false, reason: "LIMIT_EXCEEDED" }),
  choice(13, "CART_ITEM", { cartItemIds: [9] }),
  choice(14, "CART_ITEM", { applicable: false, reason: "NOT_APPLICABLE" }),
];

it.each([
  { wanted: [], click: 1, after: [1], why: "a click chooses" },
  { wanted: [1], click: 1, after: [], why: "a second click takes it back" },
  { wanted: [2], click: 1, after: [2, 1], why: "cart coupons keep the order of the clicks" },
  { wanted: [11, 1], click: 12, after: [1, 12], why: "an item coupon replaces the one of its line" },
  { wanted: [11], click: 13, after: [11, 13], why: "other lines keep theirs" },
])("$why", ({ wanted, click, after }) => {
  expect(toggleCoupon(choices, wanted, click)).toEqual(after);
});

it("lets be clicked what applies or would replace another", () => {
  expect(choices.filter(isPickable).map(({ coupon }) => coupon.id)).toEqual([1, 2, 11, 12, 13]);
  expect(isPickable(choice(3, "CART", { applicable: false, reason: "LIMIT_EXCEEDED" })), "a third cart coupon").toBe(false);
});

it("shows item coupons under their line, and the rest apart", () => {
  const sorted = sortChoices(choices);
  expect([...sorted.byLine].map(([line, own]) => [line, own.map(({ coupon }) => coupon.id)])).toEqual([[7, [11, 12]], [9, [13]]]);
  expect(sorted.cart.map(({ coupon }) => coupon.id)).toEqual([1, 2]);
  expect(sorted.elsewhere.map(({ coupon }) => coupon.id)).toEqual([14]);
});

it("knows the best choice whatever its order, and words for reasons yet unknown", () => {
  expect(isSameChoice([1, 2], [2, 1])).toBe(true);
  expect(isSameChoice([1], [1, 2])).toBe(false);
  expect([reasonOf("EXPIRED"), reasonOf("SOMETHING_NEW"), reasonOf(undefined)]).toEqual(["EXPIRED", "NOT_AVAILABLE", "NOT_AVAILABLE"]);
});
