// The usual crowds are within the bounds, and what is outside of them is named.
import { expect, it } from "vitest";
import { faults, SCENARIOS, usualCrowd } from "./scenarios";

it("offers crowds that can be run", () => {
  for (const scenario of SCENARIOS) expect(faults(usualCrowd(scenario)), scenario).toEqual([]);
});

it("names each field that is outside its bounds", () => {
  const crowd = usualCrowd("coupon-rush");
  expect(faults({ ...crowd, people: 0 })).toEqual(["people"]);
  expect(faults({ ...crowd, people: 100_001, stock: 0 })).toEqual(["people", "stock"]);
  expect(faults({ ...crowd, seed: 1.5 })).toEqual(["seed"]);
  expect(faults({ ...crowd, arrivalSeconds: Number.NaN })).toEqual(["arrivalSeconds"]);
});
