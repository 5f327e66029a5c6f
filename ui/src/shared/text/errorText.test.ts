// Shoppers get the shop's words, admins the panel's; both get words for unknown codes.
import { afterEach, expect, it } from "vitest";
import { clientError, type ShopError, shopError, toShopError } from "@/ipc/errors";
import { errorText } from "./errorText";
import { audience } from "./audience";

afterEach(() => {
  window.location.hash = "";
});

it.each([
  ["#/admin", "admin"],
  ["#/admin/orders?tab=failed", "admin"],
  ["#/orders", undefined],
  ["#/administer", undefined],
  ["", undefined],
])("speaks at %s as to %s", (hash, to) => {
  window.location.hash = hash;
  expect(audience()).toBe(to);
});

it.each<[ShopError, string, string]>([
  [shopError("CONFLICT", {}, "다른 곳에서 먼저 바뀌었어요."), "다른 곳에서 먼저 바뀌었어요.", "다른 사용자가 먼저 수정했습니다."],
  [clientError("OFFLINE"), "서버에 연결할 수 없어요.", "서버에 연결할 수 없습니다."],
  [shopError("INTERNAL_ERROR", {}, "thread panicked"), "일시적인 오류가 발생했어요.", "예상하지 못한 오류가 발생했습니다."],
  [
    shopError("INTERNAL_ERROR", { traceId: "1", reason: "OUTCOME_UNKNOWN" }),
    "저장됐는지 확인하지 못했어요. 다시 시도하기 전에 먼저 확인해 주세요.",
    "저장 여부를 확인하지 못했습니다. 다시 시도하기 전에 먼저 확인해 주세요.",
  ],
  [toShopError({ code: "OF_TOMORROW", message: "아직 몰라요." }), "아직 몰라요.", "아직 몰라요."],
  [shopError("CART_EMPTY", {}), "주문할 상품이 없어요.", "주문할 상품이 없어요."],
])("%s has its words in both areas", (error, toShoppers, toAdmins) => {
  expect(errorText(error)).toBe(toShoppers);
  window.location.hash = "#/admin/orders";
  expect(errorText(error)).toBe(toAdmins);
});
