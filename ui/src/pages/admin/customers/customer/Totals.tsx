// What a person has done in the shop, in figures.
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AnyUser, UserTotals } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money, Points } from "@/shared/components/Money";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./customer.module.css";

export function Totals({ user, totals }: { user: AnyUser; totals: UserTotals }) {
  const { t } = useTranslation("adminCustomers");
  const lang = useLang();
  const { paidAmount, paidOrders, refundedOrders, availableCoupons, lastOrderAt } = totals;
  return (
    <dl className={classes.totals}>
      <Total label={t("totals.available")}>
        <Points amount={user.availablePoint} />
      </Total>
      <Total label={t("totals.paid")} remark={t("totals.paidOrders", { count: paidOrders, shown: formatCount(paidOrders, lang) })}>
        <Money amount={paidAmount} />
      </Total>
      <Total label={t("totals.refunded")}>{formatCount(refundedOrders, lang)}</Total>
      <Total label={t("totals.coupons")}>{formatCount(availableCoupons, lang)}</Total>
      <Total label={t("totals.lastOrder")}>{lastOrderAt ? <DateText at={lastOrderAt} /> : "–"}</Total>
    </dl>
  );
}

function Total({ label, remark, children }: { label: string; remark?: string; children: ReactNode }) {
  return (
    <div className={classes.total}>
      <dt>{label}</dt>
      <dd className="tabular">
        {children}
        {remark !== undefined && (
          <Text size="sm" c="dimmed" fw={400}>
            {remark}
          </Text>
        )}
      </dd>
    </div>
  );
}
