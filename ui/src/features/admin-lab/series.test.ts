// A series holds every state and shows as many as a chart can, with the first and the latest among them.
import { expect, it, vi } from "vitest";
import type { LabProgress } from "@/ipc/generated/operations";
import { makeSeries } from "./series";

const state = (granted: number): LabProgress => ({ seconds: granted / 10, arrived: granted, granted, refused: 0, waiting: 0, left: 0, waits: [] });
const states = (count: number) => Array.from({ length: count }, (_, nth) => state(nth));

it("shows a short run whole", () => {
  expect(makeSeries(states(300)).shown()).toEqual(states(300));
  expect(makeSeries().shown()).toEqual([]);
});

it("thins a long one evenly, and keeps its first and its latest state", () => {
  const series = makeSeries(states(5_999));
  series.add(state(5_999));
  const shown = series.shown().map(({ granted }) => granted);
  expect(shown).toHaveLength(300);
  expect([shown[0], shown.at(-1)]).toEqual([0, 5_999]);
  const steps = new Set(shown.slice(1).map((granted, nth) => granted - (shown[nth] ?? 0)));
  expect([...steps].sort()).toEqual([20, 21]);
});

it("tells of each state, and shows the same array until one arrives", () => {
  const series = makeSeries();
  const told = vi.fn();
  const stop = series.subscribe(told);
  const before = series.shown();
  expect(series.shown()).toBe(before);
  series.add(state(1));
  expect([before, series.shown()]).toEqual([[], [state(1)]]);
  stop();
  series.add(state(2));
  expect(told).toHaveBeenCalledTimes(1);
});
