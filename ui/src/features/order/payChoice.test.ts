// What is paid with points and what is left for the deposit.
import { expect, it } from "vitest";
import { choiceOf, mostPoints, payRequest } from "./payChoice";

const ALL = ["POINT", "BANK_TRANSFER", "CASH"] as const;

it.each([
  [{}, 5_000, ALL, ["POINT", 5_000, 0, undefined]],
  [{}, 4_999, ALL, ["BANK_TRANSFER", 0, 5_000, undefined]],
  [{}, 4_999, ["POINT"], ["POINT", 5_000, 0, "short"]],
  [{ method: "CASH" }, 9_000, ALL, ["CASH", 0, 5_000, undefined]],
  [{ method: "CASH" }, 9_000, ["POINT", "BANK_TRANSFER"], ["POINT", 5_000, 0, undefined]],
  [{ method: "BANK_TRANSFER", points: 1_500 }, 2_000, ALL, ["BANK_TRANSFER", 1_500, 3_500, undefined]],
  [{ method: "BANK_TRANSFER", points: 2_001 }, 2_000, ALL, ["BANK_TRANSFER", 0, 5_000, "points"]],
  [{ method: "BANK_TRANSFER", points: 5_000 }, 9_000, ALL, ["BANK_TRANSFER", 0, 5_000, "points"]],
  [{ method: "BANK_TRANSFER", points: 0.5 }, 9_000, ALL, ["BANK_TRANSFER", 0, 5_000, "points"]],
  [{ method: "BANK_TRANSFER", depositor: "가".repeat(101) }, 9_000, ALL, ["BANK_TRANSFER", 0, 5_000, "depositor"]],
] as const)("%j with %d points", (draft, balance, methods, expected) => {
  const { method, points, rest, fault } = choiceOf(draft, { total: 5_000, balance, methods });
  expect([method, points, rest, fault]).toEqual(expected);
});

it("pays nothing with nothing", () => {
  expect(choiceOf({ method: "CASH" }, { total: 0, balance: 0, methods: ALL })).toMatchObject({ method: "POINT", points: 0, fault: undefined });
});

it("always leaves something for the deposit", () => {
  expect([mostPoints(5_000, 9_000), mostPoints(5_000, 300), mostPoints(0, 9_000)]).toEqual([4_999, 300, 0]);
});

it("sends only what belongs to the way of paying", () => {
  const order = { id: 7, totalAmount: 5_000 };
  const pay = (draft: Parameters<typeof choiceOf>[0]) => payRequest(order, choiceOf(draft, { total: 5_000, balance: 9_000, methods: ALL }));
  expect(pay({ points: 100, depositor: "김" })).toEqual({ orderId: 7, paymentMethod: "POINT", amount: 5_000 });
  expect(pay({ method: "CASH" })).toEqual({ orderId: 7, paymentMethod: "CASH", amount: 5_000 });
  expect(pay({ method: "BANK_TRANSFER", points: 100, depositor: " 김입금 " })).toEqual({
    orderId: 7, paymentMethod: "BANK_TRANSFER", amount: 5_000, pointAmount: 100, depositorName: "김입금",
  });
});
