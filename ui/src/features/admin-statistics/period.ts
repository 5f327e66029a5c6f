// The period of the statistics, as it is in the address, and how many days one bar holds.
import { addDays, isDay, mondayOf } from "@/shared/text/day";

/** Business days, both ends included. */
export interface Days {
  from: string;
  to: string;
}

/** The lengths offered: a week, a month, a quarter, a year. */
export const LENGTHS = [7, 30, 90, 365] as const;

export type Length = (typeof LENGTHS)[number];

export interface Period {
  /** "own" where first and last day were chosen by hand. */
  length: Length | "own";
  days: Days;
}

/** The shop answers for no more than so many days at once. */
export const LONGEST = 366;

const USUAL: Length = 30;

/** The values in the address; days that make no period are ignored. */
export function readPeriod(params: URLSearchParams, today: string): Period {
  const [from, to] = [params.get("from") ?? "", params.get("to") ?? ""];
  if (isPeriod(from, to)) return { length: "own", days: { from, to } };
  const length = LENGTHS.find((each) => String(each) === params.get("days")) ?? USUAL;
  return { length, days: lastDays(length, today) };
}

/** Whether they are two days in their order and not too far apart. */
export function isPeriod(from: string, to: string): boolean {
  return isDay(from) && isDay(to) && from <= to && addDays(from, LONGEST - 1) >= to;
}

/** The last so many days, today among them. */
export function lastDays(length: number, today: string): Days {
  return { from: addDays(today, 1 - length), to: today };
}

export const UNITS = ["day", "week", "month"] as const;

export type Unit = (typeof UNITS)[number];

/** The unit that gives a picture of neither two bars nor a hundred. */
export function usualUnit(days: number): Unit {
  if (days <= 62) return "day";
  return days <= 186 ? "week" : "month";
}

/** The day by which the unit that a day belongs to is known. */
export function unitOf(day: string, unit: Unit): string {
  if (unit === "day") return day;
  return unit === "week" ? mondayOf(day) : `${day.slice(0, 7)}-01`;
}

/** Days added up by unit, in their order. A unit that the period cuts counts its days within the period alone. */
export function gather<T extends { day: string }>(days: readonly T[], unit: Unit, add: (sum: T, next: T) => T): T[] {
  const sums = new Map<string, T>();
  for (const next of days) {
    const day = unitOf(next.day, unit);
    const sum = sums.get(day);
    sums.set(day, sum === undefined ? { ...next, day } : { ...add(sum, next), day });
  }
  return [...sums.values()];
}
