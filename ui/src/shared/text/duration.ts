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

/** Whole seconds since something began: "3일 4시간", "5h 12m", "40초". */
export function formatUptime(seconds: number, lang: Lang): string {
  const [day, hour, minute, second] = lang === "ko" ? ["일", "시간", "분", "초"] : ["d", "h", "m", "s"];
  if (seconds >= 86_400) return `${Math.floor(seconds / 86_400)}${day} ${Math.floor(seconds / 3_600) % 24}${hour}`;
  if (seconds >= 3_600) return `${Math.floor(seconds / 3_600)}${hour} ${Math.floor(seconds / 60) % 60}${minute}`;
  if (seconds >= 60) return `${Math.floor(seconds / 60)}${minute} ${seconds % 60}${second}`;
  return `${seconds}${second}`;
}
