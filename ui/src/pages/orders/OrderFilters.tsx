// Period and state. Both are radio groups, so that the arrows walk them.
import { Chip, Group, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Months, type OrderFilter, PERIODS, STATES } from "@/features/order/filter";
import classes from "./Orders.module.css";

const ANY = "any";

interface OrderFiltersProps {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
}

export function OrderFilters({ filter, onChange }: OrderFiltersProps) {
  const { t } = useTranslation("orders");
  const setState = (value: string) => {
    onChange({ period: filter.period, state: STATES.find((state) => state === value) });
  };
  return (
    <Group justify="space-between" gap="md">
      <Chip.Group value={filter.state ?? ANY} onChange={setState}>
        <Group gap={8} role="radiogroup" className={classes.states} aria-label={t("filter.state")}>
          {([ANY, ...STATES] as const).map((state) => (
            <Chip key={state} value={state} variant="outline">
              {t(`filter.${state}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <SegmentedControl<Months>
        aria-label={t("filter.period")}
        value={filter.period}
        onChange={(period) => onChange({ ...filter, period })}
        data={PERIODS.map((period) => ({ value: period, label: t(`filter.months.${period}`) }))}
      />
    </Group>
  );
}
