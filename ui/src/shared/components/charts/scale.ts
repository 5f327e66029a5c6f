// The arithmetic of axes: where the lines stand, which labels find room, how a large figure is shortened.
import type { Lang } from "@/shared/text/format";

/** Marks from 0 to at least `max`, each 1, 2 or 5 times a power of ten apart and never less than 1; about `wanted` steps. */
export function ticksTo(max: number, wanted = 4): number[] {
  const rough = Math.max(max, 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * ([1, 2, 5, 10].find((times) => power * times >= rough) ?? 10));
  const steps = Math.max(1, Math.ceil(max / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

/** Every how many points a label of `labelWidth` pixels fits under an axis of `width` pixels. */
export function labelEvery(points: number, width: number, labelWidth: number): number {
  const room = Math.max(1, Math.floor(width / labelWidth));
  return Math.max(1, Math.ceil(points / room));
}

const COMPACT = { notation: "compact", maximumFractionDigits: 1, useGrouping: true } as const;
// Kept: making one takes longer than all the marks of an axis, and a live chart is drawn ten times a second.
const SHORT = { ko: new Intl.NumberFormat("ko-KR", COMPACT), en: new Intl.NumberFormat("en-US", COMPACT) };

/** "1,200만" or "12M": for axes, where a full figure has no room. */
export function formatShort(value: number, lang: Lang): string {
  return SHORT[lang].format(value);
}

/** What share of a hundred `part` is of `whole`, rounded down; undefined of nothing. */
export function percentOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.floor((part * 100) / whole);
}
