// All orders of the shop: tabs by state, filter in the address, many shipped at once.
import { Button, Group } from "@mantine/core";
import { PackageCheck } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { exportRequestFor, type OrderFilter, readFilter, writeFilter } from "@/features/admin-order/filter";
import { useAllOrders } from "@/features/admin-order/queries";
import { useMay } from "@/features/user/session";
import { ExportButton } from "@/shared/components/ExportButton";
import { TrackingTables } from "./TrackingTables";
import { PageHeading } from "@/shared/components/PageHeading";
import { useLang } from "@/shared/hooks/useLang";
import { rememberList } from "@/shared/listAddress";
import { OrderFilterBar } from "./OrderFilterBar";
import { OrderList } from "./OrderList";
import { SavedFilterMenu } from "./SavedFilterMenu";
import { StateTabs } from "./StateTabs";

export default function AdminOrdersPage() {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const address = writeFilter(filter).toString();
  const orders = useAllOrders(filter);
  const may = useMay();
  const change = (next: OrderFilter) => setParams(writeFilter(next), { replace: true });
  useEffect(() => rememberList("/admin/orders", address === "" ? "" : `?${address}`), [address]);
  return (
    <>
      <PageHeading
        title={t("title")}
        aside={
          <Group gap="xs">
            {filter.tab === "preparing" && (
              <Button component={Link} to="/admin/orders/packing" variant="default" leftSection={<PackageCheck size={18} aria-hidden />}>
                {t("packing.open")}
              </Button>
            )}
            <TrackingTables />
            {/* Of another filter it is another file: one that is being made is not wanted any more. */}
            {may("export_orders") && <ExportButton key={address} operation="export_orders" request={{ ...exportRequestFor(filter), language: lang }} file="orders" of={orders.data?.pages[0]?.summary?.count} />}
            <SavedFilterMenu address={address} onPick={(kept) => setParams(kept, { replace: true })} />
          </Group>
        }
      />
      <StateTabs filter={filter} />
      <OrderFilterBar filter={filter} onChange={change} />
      {/* Another filter is another list: nothing stays picked, and it begins at its top. */}
      <OrderList key={address} filter={filter} onClear={() => change({ tab: "all" })} onNewest={() => change({ ...filter, sort: undefined })} />
    </>
  );
}
