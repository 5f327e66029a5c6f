// An address may name any tab, or an invalid one.
import { expect, it } from "vitest";
import { obtainState } from "@/features/coupon/queries";
import { tabOf } from "./tabs";

it("reads the tab from the address", () => {
  expect(tabOf("used")).toBe("used");
  expect(tabOf(null)).toBe("obtainable");
  expect(tabOf("'; DROP TABLE coupon")).toBe("obtainable");
});

it("says what can be done with a coupon on offer", () => {
  expect(obtainState({ owned: false, remainingQuantity: 1 })).toBe("obtainable");
  expect(obtainState({ owned: false, remainingQuantity: 0 })).toBe("soldOut");
  expect(obtainState({ owned: true, remainingQuantity: 0 }), "mine, though none are left").toBe("owned");
});
