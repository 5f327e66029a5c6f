// What is offered to be charged, and what may be.
import { expect, it } from "vitest";
import { chargeFor, isChargeable } from "./charge";

it.each([
  [0, 1_000],
  [1, 1_000],
  [1_001, 2_000],
  [52_000, 52_000],
  [99_999_999, 10_000_000],
])("for a shortfall of %i it offers %i", (shortfall, offered) => {
  expect(chargeFor(shortfall)).toBe(offered);
});

it.each([
  [999, false],
  [1_000, true],
  [10_000_000, true],
  [10_000_001, false],
  [1_000.5, false],
  ["", false],
])("%j may be charged: %s", (amount, may) => {
  expect(isChargeable(amount)).toBe(may);
});
