// A day of the shop's calendar, typed or picked.
import { DateInput } from "@mantine/dates";
import { CalendarDays } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { formatDay } from "@/shared/text/day";
import { typedDay } from "./typedDay";
import { useCalendar } from "./useCalendar";

interface DayInputProps {
  label: string;
  /** "2026-03-05". */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** Shows the label only as long as nothing is chosen, and lets it be taken away again. */
  clearable?: boolean;
  error?: boolean;
}

export function DayInput({ label, value, onChange, clearable = false, error = false }: DayInputProps) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const calendar = useCalendar();
  return (
    <DateInput
      {...calendar}
      size="sm"
      w={176}
      aria-label={label}
      placeholder={label}
      leftSection={<CalendarDays size={16} aria-hidden />}
      value={value ?? null}
      onChange={(day) => onChange(day ?? undefined)}
      valueFormat={(day) => formatDay(day.slice(0, 10), lang)}
      dateParser={typedDay}
      clearable={clearable}
      clearButtonProps={{ "aria-label": `${t("filters.clear")}: ${label}`, "aria-hidden": false, tabIndex: 0, style: { width: 24, height: 24 } }}
      error={error}
    />
  );
}
