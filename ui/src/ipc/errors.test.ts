// Whatever is thrown becomes a ShopError.
import { expect, it } from "vitest";
import { hasCode, toShopError } from "./errors";

it("keeps code and message of a refusal", () => {
  expect(hasCode(toShopError({ code: "CART_EMPTY", message: "비었어요" }), "CART_EMPTY")).toBe(true);
});

it("calls the unforeseen INTERNAL_ERROR", () => {
  expect(toShopError("panic").code).toBe("INTERNAL_ERROR");
  expect(toShopError(new Error("no")).message).toBe("no");
});
