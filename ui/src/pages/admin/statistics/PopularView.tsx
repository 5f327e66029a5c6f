// The best-selling products: a table with a bar in every row.
import { Button, Text } from "@mantine/core";
import { PackageOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Days } from "@/features/admin-statistics/period";
import { usePopularStatistics } from "@/features/admin-statistics/queries";
import type { PopularStatistics, SoldProduct } from "@/ipc/generated/operations";
import { FiguresTable } from "@/shared/components/charts/FiguresTable";
import type { Column } from "@/shared/components/charts/rows";
import { percentOf } from "@/shared/components/charts/scale";
import { TakeAlong } from "@/shared/components/charts/TakeAlong";
import { AgeText } from "@/shared/components/DateText";
import { EmptyState } from "@/shared/components/EmptyState";
import { Meter } from "@/shared/components/Meter";
import { QueryView } from "@/shared/components/QueryView";
import { RowPicture } from "@/shared/components/RowPicture";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon, type Lang } from "@/shared/text/format";
import { productName } from "@/shared/text/names";
import classes from "./statistics.module.css";

const DAY_MS = 86_400_000;

export function PopularView({ days }: { days: Days }) {
  const { t } = useTranslation("adminStatistics");
  const action = (
    <Button component={Link} to="/admin/statistics?view=popular&days=365" variant="default">
      {t("popular.longer")}
    </Button>
  );
  return (
    <QueryView
      query={usePopularStatistics(days)}
      isEmpty={({ items }) => items.length === 0}
      empty={<EmptyState icon={PackageOpen} title={t("popular.emptyTitle")} description={t("popular.emptyText")} action={action} />}
    >
      {(found) => <Ranking found={found} />}
    </QueryView>
  );
}

function Ranking({ found }: { found: PopularStatistics }) {
  const { t } = useTranslation("adminStatistics");
  const { items, from, to, computedAt } = found;
  const columns = useColumns(Math.max(1, ...items.map(({ salesCount }) => salesCount)), daysIn(from, to));
  return (
    <TitledPanel title={t("popular.best", { count: items.length })} aside={<TakeAlong file="popular-products" columns={columns} rows={items} />}>
      <FiguresTable caption={t("view.popular")} columns={columns} rows={items} keyOf={({ productId }) => productId} />
      <Text size="xs" c="dimmed" mt="xs">
        {t("popular.counted")} <AgeText at={computedAt} />
      </Text>
    </TitledPanel>
  );
}

/** Business days of the period, both ends included. */
function daysIn(from: string, to: string): number {
  return Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1);
}

function useColumns(most: number, days: number): Column<SoldProduct>[] {
  const { t } = useTranslation("adminStatistics");
  const lang = useLang();
  /** Units of a day, to two decimals. */
  const average = (units: number) => Math.round((units * 100) / days) / 100;
  return [
    { key: "rank", label: t("popular.rank"), value: ({ rank }) => rank },
    {
      key: "name",
      label: t("popular.product"),
      value: (sold) => productName(sold, lang),
      show: (sold) => (
        <Link to={`/admin/products/${sold.productId}`} className={classes.product}>
          <RowPicture src={sold.imageUrl} size={36} />
          <Text span size="sm" fw={500} truncate>
            {productName(sold, lang)}
          </Text>
        </Link>
      ),
    },
    {
      key: "count",
      label: t("popular.count"),
      value: ({ salesCount }) => salesCount,
      show: ({ salesCount }) => (
        <span className={classes.measure}>
          <span className={classes.bar}>
            <Meter thick share={percentOf(salesCount, most) ?? 0} />
          </span>
          <span className={classes.figure}>{formatCount(salesCount, lang)}</span>
        </span>
      ),
    },
    { key: "amount", label: t("sales"), value: ({ salesAmount }) => salesAmount, show: ({ salesAmount }) => formatWon(salesAmount, lang) },
    { key: "perDay", wide: true, label: t("popular.perDay"), value: ({ salesCount }) => average(salesCount), show: ({ salesCount }) => formatAverage(average(salesCount), lang) },
    { key: "price", label: t("popular.price"), value: ({ price }) => price, show: ({ price }) => formatWon(price, lang) },
    { key: "stock", label: t("popular.stock"), value: ({ availableQuantity }) => availableQuantity, show: ({ availableQuantity }) => formatCount(availableQuantity, lang) },
    { key: "since", wide: true, label: t("popular.since"), value: ({ createdAt }) => createdAt.slice(0, 10), show: ({ createdAt }) => <AgeText at={createdAt} /> },
  ];
}

function formatAverage(units: number, lang: Lang): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(units);
}
