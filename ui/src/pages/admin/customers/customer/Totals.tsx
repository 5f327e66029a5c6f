// A user's activity in figures.
import { SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AdminUser, UserTotals } from "@/ipc/generated/operations";
import { FigureTile } from "@/shared/components/FigureTile";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatDate, formatPoints, formatWon } from "@/shared/text/format";

/** The number of figures side by side. */
export const TOTALS_COLUMNS = { base: 2, sm: 3, md: 5 } as const;

export function Totals({ user, totals }: { user: AdminUser; totals: UserTotals }) {
  const { t } = useTranslation("adminCustomers");
  const lang = useLang();
  const { paidAmount, paidOrders, refundedOrders, availableCoupons, lastOrderAt } = totals;
  return (
    <SimpleGrid cols={TOTALS_COLUMNS} spacing="md" component="dl" m={0}>
      <FigureTile label={t("totals.available")} value={formatPoints(user.availablePoint, lang)} />
      <FigureTile label={t("totals.paid")} value={formatWon(paidAmount, lang)} remark={t("totals.paidOrders", { count: paidOrders, shown: formatCount(paidOrders, lang) })} />
      <FigureTile label={t("totals.refunded")} value={formatCount(refundedOrders, lang)} />
      <FigureTile label={t("totals.coupons")} value={formatCount(availableCoupons, lang)} />
      <FigureTile label={t("totals.lastOrder")} value={lastOrderAt ? <span style={{ whiteSpace: "nowrap" }}>{formatDate(lastOrderAt, lang)}</span> : "–"} />
    </SimpleGrid>
  );
}
