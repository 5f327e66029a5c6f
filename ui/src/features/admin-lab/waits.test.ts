// The histogram has no empty ends, and its last time is open.
import { expect, it } from "vitest";
import { waitRows } from "./waits";

it("leaves out the times at which nothing was counted before and after", () => {
  expect(waitRows([0, 2, 0, 1, 0, 0])).toEqual([
    { below: 2, counts: [2] },
    { below: 4, counts: [0] },
    { below: 8, counts: [1] },
  ]);
});

it("shows several runs over the same times", () => {
  expect(waitRows([0, 3, 0], [0, 0, 4])).toEqual([
    { below: 2, counts: [3, 0] },
    { below: undefined, counts: [0, 4] },
  ]);
});

it("is empty before anything was counted", () => {
  expect(waitRows([0, 0, 0])).toEqual([]);
  expect(waitRows()).toEqual([]);
});
