// Today so far, beside yesterday up to the same time of day.
import { SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMay } from "@/features/user/session";
import type { Dashboard } from "@/ipc/generated/operations";
import { percentOf } from "@/shared/components/charts/scale";
import { FigureTile } from "@/shared/components/FigureTile";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";

/** The number of figures side by side; an amount of eight digits has to fit. */
export const TODAY_COLUMNS = { base: 2, md: 3, xl: 5 } as const;

export function Today({ dashboard: { day, today, yesterdaySoFar } }: { dashboard: Dashboard }) {
  const { t } = useTranslation("adminDashboard");
  const lang = useLang();
  const may = useMay();
  const won = (amount: number) => formatWon(amount, lang);
  const orders = (count: number) => t("ordersCount", { count, figure: formatCount(count, lang) });
  const ordersOfToday = `/admin/orders?from=${day}&to=${day}`;
  const tile = (part: "ordered" | "sales" | "orders" | "placed" | "discounts", to: string, write: (figure: number) => string) => {
    const share = percentOf(today[part], yesterdaySoFar[part]);
    const before = write(yesterdaySoFar[part]);
    const remark = share === undefined ? t("yesterday", { before }) : t("yesterdayShare", { before, share });
    return <FigureTile large to={to} label={t(`today.${part}`)} value={write(today[part])} remark={remark} share={share ?? 0} />;
  };
  return (
    <section aria-label={t("today.title")}>
      <SimpleGrid cols={TODAY_COLUMNS} spacing="md">
        {tile("ordered", ordersOfToday, won)}
        {tile("sales", may("sales_statistics") ? "/admin/statistics?days=7" : ordersOfToday, won)}
        {tile("orders", ordersOfToday, orders)}
        {tile("placed", ordersOfToday, orders)}
        {tile("discounts", may("coupon_statistics") ? "/admin/statistics?view=coupons&days=7" : ordersOfToday, won)}
      </SimpleGrid>
    </section>
  );
}
