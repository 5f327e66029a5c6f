// Paid sales by day, week or month as bars; a table behind holds the same figures and the orders placed.
import { useTranslation } from "react-i18next";
import type { SalesDay } from "@/ipc/generated/operations";
import { BarChart } from "@/shared/components/charts/BarChart";
import { ChartPanel } from "@/shared/components/charts/ChartPanel";
import type { Column } from "@/shared/components/charts/rows";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import type { Unit } from "./period";
import { useUnitText } from "./useUnitText";

interface SalesChartProps {
  title: string;
  /** In their order; already gathered by `unit`. */
  rows: readonly SalesDay[];
  unit?: Unit;
  choice?: React.ReactNode;
  /** Pixels. */
  height?: number;
}

export function SalesChart({ title, rows, unit = "day", choice, height }: SalesChartProps) {
  const { t } = useTranslation("adminStatistics");
  const lang = useLang();
  const { full, short } = useUnitText(unit);
  const won = (amount: number) => formatWon(amount, lang);
  const total = rows.reduce((sum, { sales }) => sum + sales, 0);
  const columns: Column<SalesDay>[] = [
    { key: "day", label: t(`unit.${unit}`), value: ({ day }) => day, show: ({ day }) => full(day) },
    { key: "orders", label: t("orders"), value: ({ orders }) => orders, show: ({ orders }) => formatCount(orders, lang) },
    { key: "ordered", label: t("ordered"), value: ({ ordered }) => ordered, show: ({ ordered }) => won(ordered) },
    { key: "sales", label: t("sales"), value: ({ sales }) => sales, show: ({ sales }) => won(sales) },
    { key: "discounts", label: t("discounts"), value: ({ discounts }) => discounts, show: ({ discounts }) => won(discounts) },
  ];
  return (
    <ChartPanel
      title={title}
      file={`sales-by-${unit}`}
      remark={t("totalSales", { amount: won(total) })}
      choice={choice}
      columns={columns}
      rows={rows}
      keyOf={({ day }) => day}
      chart={
        <BarChart
          height={height}
          points={rows.map(({ day, sales }) => ({ label: short(day), title: full(day), values: [sales] }))}
          series={[{ name: t("sales"), tone: "accent" }]}
          format={won}
          summary={t("salesSummary", { count: rows.length, total: won(total), best: bestOf(rows, full, won) })}
        />
      }
    />
  );
}

function bestOf(rows: readonly SalesDay[], full: (day: string) => string, won: (amount: number) => string): string {
  const best = rows.reduce<SalesDay | undefined>((top, row) => (top === undefined || row.sales > top.sales ? row : top), undefined);
  return best === undefined ? "–" : `${full(best.day)} ${won(best.sales)}`;
}
