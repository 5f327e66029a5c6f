// What is to do, the most pressing first: orders to ship, then deposits to confirm, returns where there are any, then orders that await payment, then stock that
// runs short.
import { SimpleGrid, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { standingOf } from "@/features/order/orderState";
import type { Dashboard } from "@/ipc/generated/operations";
import { FigureTile } from "@/shared/components/FigureTile";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";

/** The shop counts up to this limit; more is shown as "1,000+". */
const COUNTED = 1_000;

interface AttentionProps {
  dashboard: Dashboard;
  /** Whether customers transfer money, for points or for orders. */
  takesDeposits: boolean;
}

export function Attention({ dashboard: { day, orders, troubles, lowStockCount, lowStockThreshold }, takesDeposits }: AttentionProps) {
  const { t } = useTranslation("adminDashboard");
  const lang = useLang();
  const toShip = orders.filter((count) => standingOf(count) === "preparing").reduce((sum, { count }) => sum + count, 0);
  const lowStock = `${formatCount(lowStockCount, lang)}${lowStockCount >= COUNTED ? "+" : ""}`;
  // A shop that takes no more of them may still have some to decide.
  const waiting = troubles.waitingCharges + troubles.awaitedPayments;
  const showsDeposits = takesDeposits || waiting > 0;
  const returns = troubles.requestedReturns + troubles.receivedReturns;
  return (
    <section aria-label={t("attention.title")}>
      <Title order={2} size="h4" mb="xs" mt="xs">
        {t("attention.title")}
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 4 + (showsDeposits ? 1 : 0) + (returns > 0 ? 1 : 0) }} spacing="md">
        <FigureTile to="/admin/orders?tab=preparing" label={t("attention.toShip")} value={formatCount(toShip, lang)} remark={t("attention.toShipRemark")} urgent={toShip > 0} />
        {showsDeposits && (
          <FigureTile
            to="/admin/deposits"
            label={t("attention.deposits")}
            value={formatCount(waiting, lang)}
            remark={t("attention.depositsRemark", { amount: formatWon(troubles.waitingChargeAmount + troubles.awaitedPaymentAmount, lang) })}
            urgent={waiting > 0}
          />
        )}
        {returns > 0 && (
          <FigureTile
            to={troubles.requestedReturns > 0 ? "/admin/returns" : "/admin/returns?state=RECEIVED"}
            label={t("attention.returns")}
            value={formatCount(returns, lang)}
            remark={t("attention.returnsRemark", { requested: formatCount(troubles.requestedReturns, lang), received: formatCount(troubles.receivedReturns, lang) })}
            urgent
          />
        )}
        <FigureTile to="/admin/orders?tab=unpaid" label={t("attention.unpaid")} value={formatCount(troubles.unpaidOrders, lang)} remark={t("attention.unpaidRemark")} />
        <FigureTile
          to="/admin/products?stock=low"
          label={t("attention.lowStock")}
          value={lowStock}
          remark={t("attention.lowStockRemark", { count: lowStockThreshold })}
          urgent={lowStockCount > 0}
        />
        <FigureTile
          to={`/admin/orders?tab=failed&from=${day}&to=${day}`}
          label={t("attention.failed")}
          value={formatCount(troubles.failedPayments, lang)}
          remark={t("attention.failedRemark")}
          urgent={troubles.failedPayments > 0}
        />
      </SimpleGrid>
    </section>
  );
}
