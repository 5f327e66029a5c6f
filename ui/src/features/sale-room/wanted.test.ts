// What a room is opened with: nothing is sent before it is whole, and a coupon takes no points along.
import { expect, it } from "vitest";
import { faults, fieldsOf, requestOf, USUAL, type Wanted } from "./wanted";

const cup: Wanted = { ...USUAL, kind: "product", id: "7" };

it("asks for points with a product alone", () => {
  expect(fieldsOf(cup)).toContain("points");
  expect(fieldsOf({ kind: "coupon" })).not.toContain("points");
});

it.each([
  ["quantity", 0], ["quantity", 10_001], ["quantity", Number.NaN], ["startsInSeconds", 9], ["sellingSeconds", 3_601], ["points", 999], ["points", 1.5],
] as const)("finds that %s cannot be %s", (field, value) => {
  expect(faults({ ...cup, [field]: value })).toEqual([field]);
});

it("sends what was chosen", () => {
  expect(requestOf({ ...cup, id: null }, false)).toBeUndefined();
  expect(requestOf(cup, true)).toBeUndefined();
  expect(requestOf({ ...cup, optionId: "3" }, true)).toEqual({ productId: 7, productOptionId: 3, quantity: 1, startsInSeconds: 60, sellingSeconds: 180, points: 1_000_000 });
  expect(requestOf({ ...cup, kind: "coupon", points: Number.NaN }, false)).toEqual({ couponId: 7, quantity: 1, startsInSeconds: 60, sellingSeconds: 180, points: 0 });
});
