import { expect, it } from "vitest";
import { formatMicros } from "./duration";

it.each([
  [0, "0µs"],
  [85, "85µs"],
  [1_240, "1.2ms"],
  [48_700, "49ms"],
  [3_400_000, "3.4s"],
])("writes %i µs as %s", (micros, text) => {
  expect(formatMicros(micros, "ko")).toBe(text);
});
