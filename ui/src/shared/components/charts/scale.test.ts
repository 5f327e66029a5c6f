// Axes end at round marks and label only what finds room.
import { expect, it } from "vitest";
import { formatShort, labelEvery, percentOf, ticksTo } from "./scale";

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [9, [0, 5, 10]],
  [100, [0, 50, 100]],
  [730_000, [0, 200_000, 400_000, 600_000, 800_000]],
])("puts round marks up to %i", (max, marks) => {
  expect(ticksTo(max)).toEqual(marks);
});

it("labels as many points as find room", () => {
  expect(labelEvery(30, 600, 60)).toBe(3);
  expect(labelEvery(5, 600, 60)).toBe(1);
  expect(labelEvery(30, 0, 60)).toBe(30);
});

it("shortens large figures as each language does", () => {
  expect(formatShort(12_000_000, "ko")).toBe("1,200만");
  expect(formatShort(12_000_000, "en")).toBe("12M");
});

it("has no share of nothing", () => {
  expect(percentOf(2, 3)).toBe(66);
  expect(percentOf(0, 0)).toBeUndefined();
});
