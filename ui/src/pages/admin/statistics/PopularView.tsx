// The best-selling products: a table with a bar in every row.
import { Button, Text } from "@mantine/core";
import { PackageOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Days } from "@/features/admin-statistics/period";
import { usePopularStatistics } from "@/features/admin-statistics/queries";
import type { SoldProduct } from "@/ipc/generated/operations";
import { FiguresTable } from "@/shared/components/charts/FiguresTable";
import type { Column } from "@/shared/components/charts/rows";
import { percentOf } from "@/shared/components/charts/scale";
import { TakeAlong } from "@/shared/components/charts/TakeAlong";
import { EmptyState } from "@/shared/components/EmptyState";
import { Meter } from "@/shared/components/Meter";
import { QueryView } from "@/shared/components/QueryView";
import { RowPicture } from "@/shared/components/RowPicture";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import { productName } from "@/shared/text/names";
import classes from "./statistics.module.css";

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
      {({ items }) => <Ranking items={items} />}
    </QueryView>
  );
}

function Ranking({ items }: { items: readonly SoldProduct[] }) {
  const { t } = useTranslation("adminStatistics");
  const columns = useColumns(Math.max(1, ...items.map(({ salesCount }) => salesCount)));
  return (
    <TitledPanel title={t("popular.best", { count: items.length })} aside={<TakeAlong file="popular-products" columns={columns} rows={items} />}>
      <FiguresTable caption={t("view.popular")} columns={columns} rows={items} keyOf={({ productId }) => productId} />
    </TitledPanel>
  );
}

function useColumns(most: number): Column<SoldProduct>[] {
  const { t } = useTranslation("adminStatistics");
  const lang = useLang();
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
  ];
}
