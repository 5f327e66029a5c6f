// The page reads a refusal's details against the quote.
import { expect, it } from "vitest";
import { clientError, shopError } from "@/ipc/errors";
import type { Quote } from "@/ipc/generated/operations";
import { chosenCouponName, isCheckoutRefusal, namedShortLines } from "./problem";

const line = { cartItemId: 1, productId: 7, productName: "귤 (대)", productOptionId: 21, price: 1, quantity: 3, discountAmount: 0, itemDiscount: 0, totalAmount: 3 };
const quote: Quote = {
  amount: 3, availablePoint: 0, bestCouponIds: [], cartDiscountAmount: 0, choices: [], coupons: [], discountAmount: 0, itemDiscountAmount: 0,
  items: [{ ...line, cartItemId: 2, productOptionId: 22, productName: "귤 (소)" }, line], shippingFee: 0, shippingSurcharge: 0, totalAmount: 3,
};

it("finds the option that falls short, not its neighbour", () => {
  const short = { productId: 7, productOptionId: 21, requested: 3, available: 1 };
  expect(namedShortLines([short], quote, "ko")).toEqual([{ ...short, key: "7/21", name: "귤 (대)" }]);
});

it("has no name for a coupon or a line that is not in the quote", () => {
  expect(chosenCouponName(9, quote, "en")).toBeUndefined();
  expect(namedShortLines([{ productId: 8, requested: 1, available: 0 }], quote, "ko")).toMatchObject([{ name: "" }]);
});

it("leaves to toasts what it has no words for", () => {
  expect(isCheckoutRefusal(shopError("CART_EMPTY", {}))).toBe(true);
  expect(isCheckoutRefusal(shopError("INSUFFICIENT_BALANCE", { required: 2, available: 1, shortfall: 1 }))).toBe(false);
  expect(isCheckoutRefusal(clientError("OFFLINE"))).toBe(false);
});
