// What the page understands of a refusal's details.
import { expect, it } from "vitest";
import { ShopError } from "@/ipc/errors";
import type { Quote } from "@/ipc/generated/operations";
import { couponOf, mismatchOf, shortLinesOf } from "./problem";

const line = { cartItemId: 1, productId: 7, productName: "귤 (대)", productOptionId: 21, price: 1, quantity: 3, discountAmount: 0, itemDiscount: 0, totalAmount: 3 };
const quote: Quote = {
  amount: 3, availablePoint: 0, bestCouponIds: [], cartDiscountAmount: 0, choices: [], coupons: [], discountAmount: 0, itemDiscountAmount: 0,
  items: [{ ...line, cartItemId: 2, productOptionId: 22, productName: "귤 (소)" }, line], totalAmount: 3,
};

it("finds the option that falls short, not its neighbour", () => {
  const error = new ShopError("INSUFFICIENT_STOCK", "", { items: [{ productId: 7, productOptionId: 21, requested: 3, available: 1 }] });
  expect(shortLinesOf(error, quote, "ko")).toEqual([{ key: "7/21", name: "귤 (대)", requested: 3, available: 1 }]);
});

it("takes the shop's figure for the total that it is now", () => {
  const error = new ShopError("AMOUNT_MISMATCH", "", { expected: 12_000, actual: 10_000 });
  expect(mismatchOf(error)).toEqual({ shown: 10_000, now: 12_000 });
});

it("does not stumble over details that are missing", () => {
  const bare = new ShopError("INSUFFICIENT_STOCK", "");
  expect(shortLinesOf(bare, quote, "ko")).toEqual([]);
  expect(mismatchOf(bare)).toEqual({ shown: 0, now: 0 });
  expect(couponOf(bare, quote)).toEqual({ name: undefined, reason: "NOT_AVAILABLE" });
});
