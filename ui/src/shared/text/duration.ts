// Lengths of time that the program measures of itself, in the unit that keeps the figure short.
import { formatCount, type Lang } from "./format";

/** Microseconds: "85µs", "1.2ms", "3.4s". */
export function formatMicros(micros: number, lang: Lang): string {
  if (micros < 1_000) return `${formatCount(Math.round(micros), lang)}µs`;
  if (micros < 1_000_000) return `${short(micros / 1_000)}ms`;
  return `${short(micros / 1_000_000)}s`;
}

function short(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}
