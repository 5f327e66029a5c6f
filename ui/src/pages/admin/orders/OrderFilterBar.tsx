// The filters of the list besides its tab: words, the days, one customer; and its sequence.
import { Pill } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isNarrowed, lastDays, type OrderFilter, SORTS } from "@/features/admin-order/filter";
import { DayInput } from "@/shared/components/dates/DayInput";
import { FilterBar } from "@/shared/components/filters/FilterBar";
import { FilterSelect } from "@/shared/components/filters/FilterSelect";

const PERIODS = { today: 1, week: 7, month: 30 } as const;
type Period = keyof typeof PERIODS;
const PERIOD_NAMES = Object.keys(PERIODS) as readonly Period[];

interface OrderFilterBarProps {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
}

export function OrderFilterBar({ filter, onChange }: OrderFilterBarProps) {
  const { t } = useTranslation("adminOrders");
  const { tab, q, from, to, userId } = filter;
  const setPeriod = (name: string | undefined) => {
    const days = PERIODS[name as Period] as number | undefined;
    onChange({ ...filter, ...(days === undefined ? { from: undefined, to: undefined } : lastDays(days, new Date())) });
  };
  return (
    <FilterBar
      search={{ label: t("search"), value: q, onChange: (next) => onChange({ ...filter, q: next }) }}
      narrowed={isNarrowed(filter)}
      onClear={() => onChange({ tab })}
    >
      <FilterSelect
        label={t("period.label")}
        value={periodOf(filter)}
        options={PERIOD_NAMES.map((name) => ({ value: name, label: t(`period.${name}`) }))}
        onChange={setPeriod}
      />
      <DayInput clearable label={t("period.from")} value={from} onChange={(next) => onChange({ ...filter, from: next })} />
      <DayInput clearable label={t("period.to")} value={to} onChange={(next) => onChange({ ...filter, to: next })} />
      <FilterSelect
        label={t("sort.label")}
        value={filter.sort}
        options={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        onChange={(next) => onChange({ ...filter, sort: SORTS.find((sort) => sort === next) })}
      />
      {userId !== undefined && (
        <Pill size="md" withRemoveButton removeButtonProps={{ "aria-label": t("customerFilterClear") }} onRemove={() => onChange({ ...filter, userId: undefined })}>
          {t("customerFilter", { id: userId })}
        </Pill>
      )}
    </FilterBar>
  );
}

/** The usual period that the dates amount to today. */
function periodOf({ from, to }: OrderFilter): Period | undefined {
  const now = new Date();
  return PERIOD_NAMES.find((name) => {
    const days = lastDays(PERIODS[name], now);
    return days.from === from && days.to === to;
  });
}
