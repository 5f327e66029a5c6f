// The lowest stocks, each a link to its product.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Dashboard } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { lineName } from "@/shared/text/names";
import { ListPanel } from "./ListPanel";
import classes from "./dashboard.module.css";

const SHOWN = 7;

export function LowStockPanel({ dashboard: { lowStock } }: { dashboard: Dashboard }) {
  const { t } = useTranslation("adminDashboard");
  const lang = useLang();
  const left = (count: number) => (count === 0 ? t("lowStock.out") : t("lowStock.left", { figure: formatCount(count, lang) }));
  return (
    <ListPanel
      title={t("lowStock.title")}
      more={{ label: t("more"), to: "/admin/products?stock=low" }}
      empty={t("lowStock.empty")}
      rows={lowStock.slice(0, SHOWN).map(({ productId, productOptionId, availableQuantity, ...names }) => (
        <li key={`${productId}-${productOptionId ?? 0}`}>
          <Link to={`/admin/products/${productId}`} className={classes.row}>
            <Text span size="sm" truncate>
              {lineName(names, lang)}
            </Text>
            <Text span size="sm" fw={600} className="tabular" c={availableQuantity === 0 ? "var(--mantine-color-error)" : undefined}>
              {left(availableQuantity)}
            </Text>
          </Link>
        </li>
      ))}
    />
  );
}
