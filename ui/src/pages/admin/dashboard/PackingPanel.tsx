// What is to be packed, by product: the units that the prepared orders need, the most needed first, with a way to the packing list.
import { Skeleton, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { pickLines } from "@/features/admin-order/packing";
import { useOrdersToPack } from "@/features/admin-order/queries";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { lineName } from "@/shared/text/names";
import { ListPanel } from "./ListPanel";
import classes from "./dashboard.module.css";

const SHOWN = 7;

export function PackingPanel() {
  const { t } = useTranslation("adminDashboard");
  const lang = useLang();
  const orders = useOrdersToPack().data?.items;
  if (orders === undefined) return <Shape title={t("packing.title")} />;
  return (
    <ListPanel
      title={t("packing.title")}
      more={{ label: t("packing.more"), to: "/admin/orders/packing" }}
      empty={t("packing.empty")}
      rows={pickLines(orders)
        .slice(0, SHOWN)
        .map(({ productId, productOptionId, quantity, ...names }) => (
          <li key={`${productId}-${productOptionId ?? 0}`}>
            <Link to={`/admin/products/${productId}`} className={classes.row}>
              <Text span size="sm" truncate>
                {lineName(names, lang)}
              </Text>
              <Text span size="sm" fw={600} className="tabular">
                {t("packing.units", { figure: formatCount(quantity, lang) })}
              </Text>
            </Link>
          </li>
        ))}
    />
  );
}

function Shape({ title }: { title: string }) {
  return (
    <TitledPanel title={title}>
      <Stack gap="sm">
        {Array.from({ length: SHOWN }, (_, row) => (
          <Skeleton key={row} height={24} />
        ))}
      </Stack>
    </TitledPanel>
  );
}
