// How every calendar of the panel speaks: its words and weeks in the language of the pages, whatever the browser's own is.
import "@mantine/dates/styles.css";
import type { DayOfWeek } from "@mantine/dates";
import "dayjs/locale/ko";
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { formatLongDay, formatMonth } from "@/shared/text/day";
import classes from "./calendar.module.css";

/** What is written in red; Saturdays are not. */
const SUNDAY: DayOfWeek[] = [0];

export function useCalendar() {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const yearOf = (day: string) => t("calendar.year", { year: day.slice(0, 4) });
  return {
    locale: lang,
    firstDayOfWeek: 0 as const,
    weekendDays: SUNDAY,
    hideOutsideDates: true,
    highlightToday: true,
    classNames: { day: classes.day },
    monthLabelFormat: (month: string) => formatMonth(month, lang),
    yearLabelFormat: yearOf,
    getDayAriaLabel: (day: string) => formatLongDay(day, lang),
    ariaLabels: {
      previousMonth: t("calendar.previousMonth"),
      nextMonth: t("calendar.nextMonth"),
      previousYear: t("calendar.previousYear"),
      nextYear: t("calendar.nextYear"),
      previousDecade: t("calendar.previousDecade"),
      nextDecade: t("calendar.nextDecade"),
    },
  };
}
