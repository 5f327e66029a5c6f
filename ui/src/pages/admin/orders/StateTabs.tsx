// A link for each state with the number of orders that it would show; what else narrows the list stays.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type OrderFilter, type Scope, TABS, writeFilter } from "@/features/admin-order/filter";
import { useTabSums } from "@/features/admin-order/queries";
import { countText } from "@/features/admin-order/summary";
import { useLang } from "@/shared/hooks/useLang";
import classes from "./StateTabs.module.css";

export function StateTabs({ filter }: { filter: OrderFilter }) {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  const { tab: current, ...scope } = filter;
  const sums = useTabSums(scope satisfies Scope);
  return (
    <nav aria-label={t("tabs")} className={classes.tabs}>
      {TABS.map((tab) => (
        <Link key={tab} to={{ search: writeFilter({ ...scope, tab }).toString() }} replace className={classes.tab} aria-current={tab === current ? "page" : undefined}>
          {t(`tab.${tab}`)}
          <span className={`tabular ${classes.count}`}>{countText(sums[tab], lang)}</span>
        </Link>
      ))}
    </nav>
  );
}
