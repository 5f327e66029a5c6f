// Times are written in the unit that keeps them short.
import { expect, it } from "vitest";
import { formatMicros, formatUptime } from "./duration";

it.each([
  [0, "0µs"],
  [85, "85µs"],
  [1_240, "1.2ms"],
  [48_700, "49ms"],
  [3_400_000, "3.4s"],
])("writes %i µs as %s", (micros, text) => {
  expect(formatMicros(micros, "ko")).toBe(text);
});

it.each([
  [40, "40초", "40s"],
  [125, "2분 5초", "2m 5s"],
  [18_720, "5시간 12분", "5h 12m"],
  [273_600, "3일 4시간", "3d 4h"],
])("writes %i s as %s and %s", (seconds, korean, english) => {
  expect([formatUptime(seconds, "ko"), formatUptime(seconds, "en")]).toEqual([korean, english]);
});
