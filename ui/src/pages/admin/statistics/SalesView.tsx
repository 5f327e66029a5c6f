// Orders placed and paid, by day, week or month.
import { SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Days, gather, type Unit, UNITS, usualUnit } from "@/features/admin-statistics/period";
import { useSalesStatistics } from "@/features/admin-statistics/queries";
import { SalesChart } from "@/features/admin-statistics/SalesChart";
import type { SalesDay, SalesStatistics } from "@/ipc/generated/operations";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import { Totals } from "./Totals";

export function SalesView({ days }: { days: Days }) {
  return <QueryView query={useSalesStatistics(days)}>{(sales) => <Shown key={sales.from + sales.to} sales={sales} />}</QueryView>;
}

function Shown({ sales }: { sales: SalesStatistics }) {
  const { t } = useTranslation("adminStatistics");
  const lang = useLang();
  const [unit, setUnit] = useState<Unit>(() => usualUnit(sales.days.length));
  const { total } = sales;
  const average = total.orders === 0 ? 0 : Math.round(total.sales / total.orders);
  const choice = (
    <SegmentedControl size="xs" aria-label={t("units")} value={unit} onChange={setUnit} data={UNITS.map((each) => ({ value: each, label: t(`unit.${each}`) }))} />
  );
  return (
    <Stack gap="md">
      <Totals
        totals={[
          { label: t("ordered"), value: formatWon(total.ordered, lang) },
          { label: t("sales"), value: formatWon(total.sales, lang) },
          { label: t("orders"), value: formatCount(total.orders, lang) },
          { label: t("average"), value: formatWon(average, lang) },
          { label: t("discounts"), value: formatWon(total.discounts, lang) },
        ]}
      />
      <SalesChart title={t("sales")} rows={gather(sales.days, unit, add)} unit={unit} choice={choice} height={340} />
    </Stack>
  );
}

function add(sum: SalesDay, next: SalesDay): SalesDay {
  return {
    day: sum.day,
    orders: sum.orders + next.orders,
    ordered: sum.ordered + next.ordered,
    sales: sum.sales + next.sales,
    discounts: sum.discounts + next.discounts,
  };
}
