// Business days, which the shop writes "2026-03-05". They are days of the shop's calendar, no instants: here they are
// never shifted by the zone of the reader.
import { formatDate, type Lang, two } from "./format";

/** The shop's zone unless configured otherwise; used only to offer a first period, the shop counts for itself. */
const SHOP_ZONE = "Asia/Seoul";
/** That zone has no summer time, so one offset holds all year. */
const SHOP_OFFSET = "+09:00";

/** The business day of an instant: "2026-03-05". */
export function dayOf(instant: Date): string {
  // Sweden writes dates in this very form.
  return new Intl.DateTimeFormat("sv-SE", { timeZone: SHOP_ZONE }).format(instant);
}

/** The instant at which the day begins. */
export function beginningOf(day: string): Date {
  return new Date(`${day}T00:00:00${SHOP_OFFSET}`);
}

/** The day `days` later, earlier where negative. */
export function addDays(day: string, days: number): string {
  const date = localDate(day);
  return iso(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days));
}

/** Whether it is a day of the calendar; "2026-02-30" is none. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && iso(localDate(text)) === text;
}

/** "2026.03.05(목)" or "Mar 5, 2026". */
export function formatDay(day: string, lang: Lang): string {
  return formatDate(localDate(day), lang);
}

/** "3.5" or "Mar 5", for axes. */
export function formatShortDay(day: string, lang: Lang): string {
  const date = localDate(day);
  if (lang === "ko") return `${date.getMonth() + 1}.${date.getDate()}`;
  return new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric" }).format(date);
}

/** "2026년 3월" or "March 2026". */
export function formatMonth(day: string, lang: Lang): string {
  return new Intl.DateTimeFormat(lang === "ko" ? "ko-KR" : "en-US", { year: "numeric", month: "long" }).format(localDate(day));
}

/** "2026. 3. 5. 목요일" or "Thursday, March 5, 2026", for reading aloud. The day is a figure of its own, as it is shown. */
export function formatLongDay(day: string, lang: Lang): string {
  const [locale, month] = lang === "ko" ? (["ko-KR", "numeric"] as const) : (["en-US", "long"] as const);
  return new Intl.DateTimeFormat(locale, { year: "numeric", month, day: "numeric", weekday: "long" }).format(localDate(day));
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((localDate(day).getDay() + 6) % 7));
}

function localDate(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}

function iso(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
