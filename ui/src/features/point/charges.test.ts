// What is still to be transferred, and how a request stands.
import { expect, it } from "vitest";
import { standingOf, waitingAmount } from "./charges";

it("adds up what waits for its deposit, and nothing else", () => {
  const charges = [
    { state: "REQUESTED", amount: 10_000 },
    { state: "CONFIRMED", amount: 20_000 },
    { state: "REJECTED", amount: 40_000 },
    { state: "REQUESTED", amount: 5_000 },
  ] as const;
  expect(waitingAmount(charges)).toBe(15_000);
  expect(waitingAmount([])).toBe(0);
});

it.each([
  ["REQUESTED", false, "REQUESTED"],
  ["CONFIRMED", false, "CONFIRMED"],
  ["REJECTED", false, "REJECTED"],
  ["REJECTED", true, "WITHDRAWN"],
] as const)("shows %s, withdrawn: %s, as %s", (state, withdrawn, expected) => {
  expect(standingOf({ state, withdrawn })).toBe(expected);
});
