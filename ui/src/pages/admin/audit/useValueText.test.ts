// The value of a field is written as the rest of the panel writes it.
import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useValueText } from "./useValueText";

const option = { id: 1, name: "먹색", price: 27_000, basePrice: 30_000, availableQuantity: 5, soldQuantity: 0, state: "NORMAL" };

it.each([
  ["basePrice", 12_000, "12,000원"],
  ["availablePoint", 12_000, "12,000P"],
  ["totalQuantity", 12_000, "12,000"],
  ["discountRate", 10, "10%"],
  ["productIds", [1, 2], "#1, #2"],
  ["category", "food", "식품"],
  ["deliveryState", "SHIPPED", "배송 중"],
  ["name", "SHIPPED", "SHIPPED"],
  ["madeAt", "2026-03-05T05:30:00.000Z", "2026.03.05(목) 14:30"],
  ["sale", { rate: 10, beginsAt: "2026-03-05T05:30:00Z", endsAt: "2026-03-06T05:30:00Z" }, "10% · 2026.03.05(목) 14:30 ~ 2026.03.06(금) 14:30"],
  ["options", [option, { ...option, name: "쪽빛", state: "DISCONTINUED" }], "먹색 · 30,000원 · 재고 5개\n쪽빛 · 30,000원 · 재고 5개 · 중지"],
  ["options", [], undefined],
  ["name", "", undefined],
  ["lowDisk", false, "꺼짐"],
])("%s %j", (field, value, text) => {
  const { result } = renderHook(useValueText);
  expect(result.current(field, value)).toBe(text);
});
