// One change: what it was, when, how much, and the balance after it.
import { Anchor, Group, Text } from "@mantine/core";
import { type LucideIcon, Plus, RotateCcw, ShoppingBag, SlidersHorizontal } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PointTransaction, PointTransactionType } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Points } from "@/shared/components/Money";
import type { ListRowProps } from "@/shared/hooks/useListKeys";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints } from "@/shared/text/format";
import classes from "./points.module.css";

const ICON: Record<PointTransactionType, LucideIcon> = {
  CHARGE: Plus,
  PAYMENT: ShoppingBag,
  REFUND: RotateCcw,
  ADJUST: SlidersHorizontal,
};

export function LedgerRow({ row, rowProps }: { row: PointTransaction; rowProps: ListRowProps }) {
  const { t } = useTranslation("points");
  const lang = useLang();
  const Icon = ICON[row.type];
  const comesIn = row.amount > 0;
  return (
    <li className={classes.row} tabIndex={-1} {...rowProps}>
      <span className={classes.icon} data-in={comesIn || undefined}>
        <Icon size={20} aria-hidden />
      </span>
      <div>
        <Group gap="xs">
          <Text fw={600}>{t(`type.${row.type}`)}</Text>
          {row.orderId && (
            <Anchor component={Link} to={`/orders/${row.orderId}`} size="sm">
              {t("ledger.order")}
            </Anchor>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          <DateText at={row.createdAt} withTime />
          {row.type === "ADJUST" && ` · ${row.description}`}
        </Text>
      </div>
      <div className={classes.figures}>
        <Text fw={700} className="tabular" c={comesIn ? "var(--accent-text)" : undefined}>
          {comesIn ? "+" : ""}
          {formatPoints(row.amount, lang)}
        </Text>
        <Text size="sm" c="dimmed">
          {t("ledger.balance")} <Points amount={row.balanceAfter} />
        </Text>
      </div>
    </li>
  );
}
