// Reads a day as it is typed.
import { isDay } from "@/shared/text/day";
import { two } from "@/shared/text/format";

/** Year first, with or without marks between, and perhaps a weekday behind: "2026-03-05", "2026.3.5(목)", "20260305". */
const YEAR_FIRST = /^(\d{4})(?:\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})|(\d{2})(\d{2}))\D*$/;
/** As English is written: "Mar 5, 2026", "3/5/2026". */
const YEAR_LAST = /^(?:[a-z]{3,9} \d{1,2},? |\d{1,2}\/\d{1,2}\/)\d{4}$/i;

/** The day as "2026-03-05"; null while it is none yet. */
export function typedDay(typed: string): string | null {
  const text = typed.trim();
  const [, year = "", month, date, tightMonth = "", tightDate = ""] = YEAR_FIRST.exec(text) ?? [];
  const day = year === "" ? fromEnglish(text) : [year, (month ?? tightMonth).padStart(2, "0"), (date ?? tightDate).padStart(2, "0")].join("-");
  return isDay(day) ? day : null;
}

function fromEnglish(text: string): string {
  const at = YEAR_LAST.test(text) ? new Date(text) : undefined;
  if (at === undefined || Number.isNaN(at.getTime())) return "";
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
