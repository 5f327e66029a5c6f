// Where a histogram begins and ends.
import { expect, it } from "vitest";
import { histogramRows } from "./histogram";

const buckets = (...counts: number[]) => counts.map((count, place) => (place === 4 ? { count } : { upToMicros: 10 * (place + 1), count }));

it.each([
  ["leaves out the empty ends and nothing between", [buckets(0, 2, 0, 1, 0)], [[20, 2], [30, 0], [40, 1]]],
  ["keeps what any series has counted", [buckets(0, 2, 0, 0, 0), buckets(0, 0, 0, 0, 3)], [[20, 2, 0], [30, 0, 0], [40, 0, 0], [undefined, 0, 3]]],
  ["is empty before anything was counted", [buckets(0, 0, 0, 0, 0)], []],
])("%s", (_, series, expected) => {
  expect(histogramRows(...series).map(({ upTo, counts }) => [upTo, ...counts])).toEqual(expected);
});
