// How a day, a week or a month is written, in full and under an axis.
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { formatDay, formatMonth, formatShortDay } from "@/shared/text/day";
import type { Unit } from "./period";

export interface UnitText {
  full: (day: string) => string;
  short: (day: string) => string;
}

export function useUnitText(unit: Unit): UnitText {
  const { t } = useTranslation("adminStatistics");
  const lang = useLang();
  if (unit === "month") return { full: (day) => formatMonth(day, lang), short: (day) => t("monthShort", { month: day.slice(2, 7).replace("-", ".") }) };
  if (unit === "week") return { full: (day) => t("weekOf", { day: formatDay(day, lang) }), short: (day) => formatShortDay(day, lang) };
  return { full: (day) => formatDay(day, lang), short: (day) => formatShortDay(day, lang) };
}
