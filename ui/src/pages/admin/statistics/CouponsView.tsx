// Coupons in figures: issued and used, the discount, and each coupon's share in it.
import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Days, gather, usualUnit } from "@/features/admin-statistics/period";
import { useCouponStatistics } from "@/features/admin-statistics/queries";
import { useUnitText } from "@/features/admin-statistics/useUnitText";
import type { CouponDay, CouponStatistics, CouponStatisticsRow, CouponUse } from "@/ipc/generated/operations";
import { BarChart } from "@/shared/components/charts/BarChart";
import { ChartPanel } from "@/shared/components/charts/ChartPanel";
import { FiguresTable } from "@/shared/components/charts/FiguresTable";
import type { Column } from "@/shared/components/charts/rows";
import { percentOf } from "@/shared/components/charts/scale";
import { Legend } from "@/shared/components/charts/Legend";
import { TakeAlong } from "@/shared/components/charts/TakeAlong";
import { QueryView } from "@/shared/components/QueryView";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import { couponName } from "@/shared/text/names";
import { Totals } from "./Totals";

export function CouponsView({ days }: { days: Days }) {
  return <QueryView query={useCouponStatistics(days)}>{(coupons) => <Shown coupons={coupons} />}</QueryView>;
}

function Shown({ coupons }: { coupons: CouponStatistics }) {
  const { t } = useTranslation("adminStatistics");
  const lang = useLang();
  const { total } = coupons;
  return (
    <Stack gap="md">
      <Totals
        totals={[
          { label: t("coupons.issued"), value: formatCount(total.issued, lang) },
          { label: t("coupons.used"), value: formatCount(total.used, lang) },
          { label: t("coupons.rate"), value: `${formatCount(total.useRate, lang)}%` },
          { label: t("discounts"), value: formatWon(total.discountAmount, lang) },
        ]}
      />
      <ByDay coupons={coupons} />
      <ByCoupon rows={coupons.coupons} />
    </Stack>
  );
}

function ByDay({ coupons: { days, total } }: { coupons: CouponStatistics }) {
  const { t } = useTranslation("adminStatistics");
  const lang = useLang();
  const unit = usualUnit(days.length);
  const { full, short } = useUnitText(unit);
  const rows = gather(days, unit, addDay);
  const count = (figure: number) => formatCount(figure, lang);
  const series = [
    { name: t("coupons.issued"), tone: "quiet" as const },
    { name: t("coupons.used"), tone: "accent" as const },
  ];
  const columns: Column<CouponDay>[] = [
    { key: "day", label: t(`unit.${unit}`), value: ({ day }) => day, show: ({ day }) => full(day) },
    { key: "issued", label: t("coupons.issued"), value: ({ use }) => use.issued, show: ({ use }) => count(use.issued) },
    { key: "used", label: t("coupons.used"), value: ({ use }) => use.used, show: ({ use }) => count(use.used) },
    { key: "off", label: t("discounts"), value: ({ use }) => use.discountAmount, show: ({ use }) => formatWon(use.discountAmount, lang) },
  ];
  return (
    <ChartPanel
      title={t("coupons.byDay")}
      file={`coupons-by-${unit}`}
      remark={<Legend series={series} />}
      columns={columns}
      rows={rows}
      keyOf={({ day }) => day}
      chart={
        <BarChart
          height={280}
          points={rows.map(({ day, use }) => ({ label: short(day), title: full(day), values: [use.issued, use.used] }))}
          series={series}
          format={count}
          summary={t("coupons.summary", { count: rows.length, issued: count(total.issued), used: count(total.used) })}
        />
      }
    />
  );
}

function ByCoupon({ rows }: { rows: readonly CouponStatisticsRow[] }) {
  const { t } = useTranslation("adminStatistics");
  const lang = useLang();
  const count = (figure: number) => formatCount(figure, lang);
  const columns: Column<CouponStatisticsRow>[] = [
    { key: "name", label: t("coupons.name"), value: (row) => couponName(row, lang) },
    { key: "issued", label: t("coupons.issued"), value: ({ use }) => use.issued, show: ({ use }) => count(use.issued) },
    { key: "used", label: t("coupons.used"), value: ({ use }) => use.used, show: ({ use }) => count(use.used) },
    { key: "rate", label: t("coupons.rate"), value: ({ use }) => use.useRate, show: ({ use }) => `${count(use.useRate)}%` },
    { key: "off", label: t("discounts"), value: ({ use }) => use.discountAmount, show: ({ use }) => formatWon(use.discountAmount, lang) },
    { key: "average", wide: true, label: t("coupons.average"), value: ({ use }) => use.averageDiscount, show: ({ use }) => formatWon(use.averageDiscount, lang) },
  ];
  const empty = (
    <Text size="sm" c="dimmed" py="lg" ta="center">
      {t("coupons.empty")}
    </Text>
  );
  return (
    <TitledPanel title={t("coupons.byCoupon")} aside={<TakeAlong file="coupons" columns={columns} rows={rows} />}>
      <FiguresTable caption={t("coupons.byCoupon")} columns={columns} rows={rows} keyOf={({ couponId }) => couponId} empty={empty} />
    </TitledPanel>
  );
}

function addDay(sum: CouponDay, next: CouponDay): CouponDay {
  return { day: sum.day, use: addUse(sum.use, next.use) };
}

/** A rate cannot be summed, nor an average: they are computed from the sums. */
function addUse(sum: CouponUse, next: CouponUse): CouponUse {
  const [issued, used] = [sum.issued + next.issued, sum.used + next.used];
  const discountAmount = sum.discountAmount + next.discountAmount;
  return { issued, used, useRate: percentOf(used, issued) ?? 0, discountAmount, averageDiscount: used === 0 ? 0 : Math.floor(discountAmount / used) };
}
