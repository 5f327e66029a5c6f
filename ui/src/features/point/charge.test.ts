// Amounts that are offered for a charge, and amounts that are allowed.
import { expect, it } from "vitest";
import { chargeable, chargeFor, PRESETS } from "./charge";

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
  [undefined, undefined],
  [999, undefined],
  [1_000, 1_000],
  [10_000_000, 10_000_000],
  [10_000_001, undefined],
  [1_500.5, undefined],
  [Number.NaN, undefined],
  [-5_000, undefined],
])("%s may be charged as %s", (amount, expected) => {
  expect(chargeable(amount)).toBe(expected);
});

it("offers only what may be charged", () => {
  expect(PRESETS.map(chargeable)).toEqual(PRESETS);
});
