// Chooses the days: a usual length that ends today, or a first and a last day of one's own.
import { Button, Group, SegmentedControl, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isPeriod, LENGTHS, LONGEST, type Period } from "@/features/admin-statistics/period";
import { DayInput } from "@/shared/components/dates/DayInput";
import { Form } from "@/shared/forms/Form";

interface PeriodPickerProps {
  period: Period;
  /** The new value in the address; null removes it. */
  onChange: (params: Record<"days" | "from" | "to", string | null>) => void;
}

export function PeriodPicker({ period, onChange }: PeriodPickerProps) {
  const { t } = useTranslation("adminStatistics");
  const [typed, setTyped] = useState(period.days);
  const valid = isPeriod(typed.from, typed.to);
  const changed = typed.from !== period.days.from || typed.to !== period.days.to;
  const lengths = LENGTHS.map((length) => ({ value: String(length), label: t(`length.${length}`) }));
  const input = (end: "from" | "to") => (
    <DayInput label={t(end)} value={typed[end]} error={!valid} onChange={(day) => day !== undefined && setTyped({ ...typed, [end]: day })} />
  );
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (valid && changed) onChange({ days: null, ...typed });
      }}
    >
      <Group gap="sm">
        <SegmentedControl
          aria-label={t("period")}
          value={period.length === "own" ? "" : String(period.length)}
          onChange={(length) => onChange({ days: length, from: null, to: null })}
          data={lengths}
        />
        <Group gap={8}>
          {input("from")}
          <Text c="dimmed" aria-hidden>
            –
          </Text>
          {input("to")}
          <Button type="submit" variant="default" disabled={!valid || !changed}>
            {t("apply")}
          </Button>
        </Group>
        {!valid && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t("noPeriod", { days: LONGEST })}
          </Text>
        )}
      </Group>
    </Form>
  );
}
