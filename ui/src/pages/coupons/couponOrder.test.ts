// Usable coupons come first, and counts are shown only when they say something.
import { expect, it } from "vitest";
import { countState, usableFirst } from "./couponOrder";

const now = new Date("2026-03-05T00:00:00Z");

it("puts what has to wait last and keeps the order otherwise", () => {
  const coupon = (id: number, beginDate: string) => ({ id, state: "AVAILABLE" as const, beginDate });
  const coupons = [coupon(1, "2026-03-09T00:00:00Z"), coupon(2, "2026-03-01T00:00:00Z"), coupon(3, "2026-03-02T00:00:00Z")];
  expect(usableFirst(coupons, now).map(({ id }) => id)).toEqual([2, 3, 1]);
});

it("counts what is left once one is taken, or when few are there", () => {
  expect(countState({ remainingQuantity: 1000, totalQuantity: 1000 })).toEqual({ taken: false, few: false });
  expect(countState({ remainingQuantity: 3, totalQuantity: 3 }), "few from the start").toEqual({ taken: false, few: true });
  expect(countState({ remainingQuantity: 100, totalQuantity: 1000 })).toEqual({ taken: true, few: true });
  expect(countState({ remainingQuantity: 0, totalQuantity: 100 }), "gone: the ticket says so itself").toEqual({ taken: false, few: false });
});
