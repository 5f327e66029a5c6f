// Lines of text become surcharges and carriers, and come back as they were.
import { expect, it } from "vitest";
import { islandPreset, readCarriers, readSurcharge, writeCarriers, writeSurcharge } from "./shipping";

it.each([
  ["63000-63644 3000", [{ from: "63000", to: "63644", amount: 3_000 }]],
  [" 63000 ~ 63644  3,000 \n\n40200 5000", [{ from: "63000", to: "63644", amount: 3_000 }, { from: "40200", to: "40200", amount: 5_000 }]],
  ["", []],
  ["6300-63644 3000", undefined],
  ["63000-63644", undefined],
  ["63000-63644 -1", undefined],
])("reads the surcharges of %j", (text, expected) => {
  expect(readSurcharge(text)).toEqual(expected);
});

it.each([
  ["우리 택배 https://a.kr/{number}", [{ name: "우리 택배", url: "https://a.kr/{number}" }]],
  ["", []],
  ["우리택배 http://a.kr/{number}", undefined],
  ["우리택배 https://a.kr/", undefined],
  ["https://a.kr/{number}", undefined],
])("reads the carriers of %j", (text, expected) => {
  expect(readCarriers(text)).toEqual(expected);
});

it("writes what it reads", () => {
  const preset = islandPreset();
  const ranges = readSurcharge(preset);
  expect(ranges?.length).toBeGreaterThan(30);
  expect(writeSurcharge(ranges ?? [])).toBe(preset);
  expect(ranges).toContainEqual({ from: "63000", to: "63644", amount: 3_000 });
  const carriers = [{ name: "우리 택배", url: "https://a.kr/{number}" }];
  expect(readCarriers(writeCarriers(carriers))).toEqual(carriers);
});

it("has islands apart from each other", () => {
  const ranges = readSurcharge(islandPreset()) ?? [];
  const isApart = ranges.every((range, place) => range.from <= range.to && ranges.every((other, at) => at === place || range.to < other.from || other.to < range.from));
  expect(isApart).toBe(true);
});
