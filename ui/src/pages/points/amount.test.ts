// The bounds of one charge.
import { expect, it } from "vitest";
import { chargeable, PRESETS } from "./amount";

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
