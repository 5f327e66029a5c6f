// Money, points and dates as each language writes them. The locale is always passed to Intl:
// the window's own may be "C", which Intl refuses.

export type Lang = "ko" | "en";

const LOCALE = { ko: "ko-KR", en: "en-US" } as const satisfies Record<Lang, string>;
const WEEKDAYS_KO = ["일", "월", "화", "수", "목", "금", "토"] as const;
const DAY_MS = 86_400_000;

// Making one takes longer than writing a hundred figures with it, and a list writes thousands.
const COUNTS = { ko: new Intl.NumberFormat(LOCALE.ko), en: new Intl.NumberFormat(LOCALE.en) };
const ENGLISH_DATE = new Intl.DateTimeFormat(LOCALE.en, { dateStyle: "medium" });
const ENGLISH_DATE_TIME = new Intl.DateTimeFormat(LOCALE.en, { dateStyle: "medium", timeStyle: "short" });
const ENGLISH_INSTANT = new Intl.DateTimeFormat(LOCALE.en, { dateStyle: "medium", timeStyle: "medium" });

/** A whole number with thousands separated. */
export function formatCount(count: number, lang: Lang): string {
  return COUNTS[lang].format(count);
}

const ENGLISH_ORDINAL = new Intl.PluralRules(LOCALE.en, { type: "ordinal" });
const ENGLISH_ENDING: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };

/** "212번째" or "212th". */
export function formatOrdinal(nth: number, lang: Lang): string {
  const digits = formatCount(nth, lang);
  return lang === "ko" ? `${digits}번째` : `${digits}${ENGLISH_ENDING[ENGLISH_ORDINAL.select(nth)] ?? "th"}`;
}

/** Whole won: "12,900원" or "₩12,900". */
export function formatWon(won: number, lang: Lang): string {
  const digits = formatCount(Math.abs(won), lang);
  const sign = won < 0 ? "-" : "";
  return lang === "ko" ? `${sign}${digits}원` : `${sign}₩${digits}`;
}

/** Points, worth a won each: "1,200P". */
export function formatPoints(points: number, lang: Lang): string {
  return `${formatCount(points, lang)}P`;
}

/** "2026.03.05(목)" or "Mar 5, 2026", in the user's zone. */
export function formatDate(instant: string | Date, lang: Lang): string {
  const date = new Date(instant);
  if (lang === "en") return ENGLISH_DATE.format(date);
  const day = `${date.getFullYear()}.${two(date.getMonth() + 1)}.${two(date.getDate())}`;
  return `${day}(${WEEKDAYS_KO[date.getDay()] ?? ""})`;
}

/** "2026.03.05(목) 14:30" or "Mar 5, 2026, 2:30 PM", in the user's zone. */
export function formatDateTime(instant: string | Date, lang: Lang): string {
  const date = new Date(instant);
  if (lang === "ko") return `${formatDate(date, lang)} ${two(date.getHours())}:${two(date.getMinutes())}`;
  return ENGLISH_DATE_TIME.format(date);
}

/** "2026.03.05(목) 14:30:07" or "Mar 5, 2026, 2:30:07 PM", in the user's zone. */
export function formatInstant(instant: string | Date, lang: Lang): string {
  const date = new Date(instant);
  return lang === "ko" ? `${formatDateTime(date, lang)}:${two(date.getSeconds())}` : ENGLISH_INSTANT.format(date);
}

/** Calendar days until the instant: 0 on the day itself, negative afterwards. */
export function daysUntil(instant: string | Date, now: Date): number {
  return Math.round((midnight(new Date(instant)) - midnight(now)) / DAY_MS);
}

/** "3분 전", "3 minutes ago", "방금"; coarse on purpose. */
export function formatAge(instant: string | Date, now: Date, lang: Lang): string {
  const seconds = secondsFrom(now, instant);
  if (Math.abs(seconds) < 60) return lang === "ko" ? "방금 전" : "just now";
  return formatDistance(seconds, lang);
}

/** "3분 후", "in 3 minutes", "1분 이내", of what is to come. */
export function formatUntil(instant: string | Date, now: Date, lang: Lang): string {
  const seconds = secondsFrom(now, instant);
  if (seconds < 60) return lang === "ko" ? "1분 이내" : "within a minute";
  return formatDistance(seconds, lang);
}

function secondsFrom(now: Date, instant: string | Date): number {
  return Math.round((new Date(instant).getTime() - now.getTime()) / 1000);
}

function formatDistance(seconds: number, lang: Lang): string {
  const relative = new Intl.RelativeTimeFormat(LOCALE[lang], { numeric: "auto" });
  if (Math.abs(seconds) < 3600) return relative.format(Math.trunc(seconds / 60), "minute");
  if (Math.abs(seconds) < 86_400) return relative.format(Math.trunc(seconds / 3600), "hour");
  return relative.format(Math.trunc(seconds / 86_400), "day");
}

/** What is left in a countdown; all zero when it is over. */
export function splitDuration(leftMs: number): { days: number; hours: number; minutes: number; seconds: number } {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}

/** Two digits: 7 becomes "07". */
export function two(value: number): string {
  return String(value).padStart(2, "0");
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
