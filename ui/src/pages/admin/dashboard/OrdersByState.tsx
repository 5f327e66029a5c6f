// The number of orders in each state, each a link to its tab of the list.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Standing, standingOf } from "@/features/order/orderState";
import type { StateCount } from "@/ipc/generated/operations";
import { percentOf } from "@/shared/components/charts/scale";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { Meter } from "@/shared/components/Meter";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./dashboard.module.css";

const ORDER: readonly Standing[] = ["unpaid", "preparing", "shipped", "delivered", "cancelled", "refunded", "failed"];

export function OrdersByState({ counts }: { counts: readonly StateCount[] }) {
  const { t } = useTranslation(["adminDashboard", "adminOrders"]);
  const lang = useLang();
  const byStanding = new Map<Standing, number>();
  for (const each of counts) byStanding.set(standingOf(each), (byStanding.get(standingOf(each)) ?? 0) + each.count);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <TitledPanel title={t("byState")}>
      <ul className={classes.list}>
        {ORDER.map((standing) => {
          const count = byStanding.get(standing) ?? 0;
          return (
            <li key={standing}>
              <Link to={`/admin/orders?tab=${standing}`} className={classes.row}>
                <Text span size="sm">
                  {t(`adminOrders:tab.${standing}`)}
                </Text>
                <Text span size="sm" fw={600} className="tabular">
                  {formatCount(count, lang)}
                </Text>
                <Meter share={percentOf(count, total) ?? 0} />
              </Link>
            </li>
          );
        })}
      </ul>
    </TitledPanel>
  );
}
