// The first page of the panel: today against yesterday, and what is to do. A shop without an order shows how to begin.
import { SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useDashboard } from "@/features/admin-statistics/queries";
import { SalesChart } from "@/features/admin-statistics/SalesChart";
import { useShop } from "@/features/shop/queries";
import { useMay } from "@/features/user/session";
import type { Dashboard } from "@/ipc/generated/operations";
import { PageHeading } from "@/shared/components/PageHeading";
import { Delayed } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { formatDay } from "@/shared/text/day";
import { Attention } from "./Attention";
import { CouponsRunningOut } from "./CouponsRunningOut";
import { FirstSteps } from "./FirstSteps";
import { LowStockPanel } from "./LowStockPanel";
import { OrdersByState } from "./OrdersByState";
import { PackingPanel } from "./PackingPanel";
import { Today, TODAY_COLUMNS } from "./Today";
import classes from "./dashboard.module.css";

export default function DashboardPage() {
  const { t } = useTranslation("adminDashboard");
  const lang = useLang();
  const dashboard = useDashboard();
  const may = useMay();
  const shop = useShop().data;
  const takesMoney = shop?.pointCharging === "REQUEST" || (shop?.paymentMethods.length ?? 1) > 1;
  const takesDeposits = takesMoney && may("list_payments_for_admin");
  return (
    <>
      <PageHeading title={t("title")} aside={dashboard.data !== undefined && <Text c="dimmed">{t("dayAndUsers", { day: formatDay(dashboard.data.day, lang), count: dashboard.data.peopleHereNow })}</Text>} />
      <QueryView query={dashboard} skeleton={<Shapes />}>
        {/* The first steps of a shop are those of its owner. */}
        {(data) => (hasOrders(data) || !may("update_settings") ? <Parts dashboard={data} takesDeposits={takesDeposits} /> : <Beginning dashboard={data} />)}
      </QueryView>
    </>
  );
}

function hasOrders({ orders }: Dashboard): boolean {
  return orders.some(({ count }) => count > 0);
}

/** Before the first order a customer has to have points, so that the first deposits come before it. */
function Beginning({ dashboard }: { dashboard: Dashboard }) {
  return (
    <Stack gap="md">
      {dashboard.troubles.waitingCharges + dashboard.troubles.awaitedPayments > 0 && <Attention dashboard={dashboard} takesDeposits />}
      <FirstSteps />
    </Stack>
  );
}

function Parts({ dashboard, takesDeposits }: { dashboard: Dashboard; takesDeposits: boolean }) {
  const { t } = useTranslation("adminDashboard");
  const may = useMay();
  return (
    <Stack gap="md">
      <Today dashboard={dashboard} />
      <Attention dashboard={dashboard} takesDeposits={takesDeposits} />
      <div className={classes.wide}>
        <SalesChart title={t("chart")} rows={dashboard.chart} height={300} />
        <OrdersByState counts={dashboard.orders} />
      </div>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
        <PackingPanel />
        <LowStockPanel dashboard={dashboard} />
        {may("list_coupons_for_admin") && <CouponsRunningOut coupons={dashboard.couponsRunningOut} />}
      </SimpleGrid>
    </Stack>
  );
}

function Shapes() {
  return (
    <Delayed>
      <Stack gap="md">
        <SimpleGrid cols={TODAY_COLUMNS} spacing="md">
          {[1, 2, 3, 4, 5].map((tile) => (
            <Skeleton key={tile} height={116} radius="lg" />
          ))}
        </SimpleGrid>
        <div className={classes.wide}>
          <Skeleton height={320} radius="lg" />
          <Skeleton height={320} radius="lg" />
        </div>
      </Stack>
    </Delayed>
  );
}
