// A day and a time of it in a form, in the user's zone.
import { DateTimePicker } from "@mantine/dates";
import { CalendarClock } from "lucide-react";
import { type Control, Controller, type FieldPath, type FieldValues } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime } from "@/shared/text/format";
import { useCalendar } from "./useCalendar";

interface MomentFieldProps<T extends FieldValues> {
  control: Control<T>;
  /** A field that holds "2026-03-05T14:30", or nothing. */
  name: FieldPath<T>;
  label: string;
  error?: string;
  disabled?: boolean;
}

export function MomentField<T extends FieldValues>({ control, name, label, error, disabled }: MomentFieldProps<T>) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const calendar = useCalendar();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { ref, value, onChange, onBlur } }) => (
        <DateTimePicker
          {...calendar}
          ref={ref}
          label={label}
          leftSection={<CalendarClock size={16} aria-hidden />}
          value={value === "" ? null : value}
          onChange={(moment) => onChange(moment === null ? "" : moment.slice(0, 16).replace(" ", "T"))}
          onBlur={onBlur}
          valueFormat={(moment) => formatDateTime(moment.replace(" ", "T"), lang)}
          timePickerProps={{
            format: lang === "ko" ? "24h" : "12h",
            hoursInputLabel: t("calendar.hours"),
            minutesInputLabel: t("calendar.minutes"),
            amPmInputLabel: t("calendar.half"),
          }}
          submitButtonProps={{ "aria-label": t("calendar.done") }}
          error={error}
          disabled={disabled}
        />
      )}
    />
  );
}
