// All orders of the shop: tabs by state, filter in the address, many shipped at once.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { type OrderFilter, readFilter, writeFilter } from "@/features/admin-order/filter";
import { PageHeading } from "@/shared/components/PageHeading";
import { rememberList } from "@/shared/listAddress";
import { OrderFilterBar } from "./OrderFilterBar";
import { OrderList } from "./OrderList";
import { SavedFilterMenu } from "./SavedFilterMenu";
import { StateTabs } from "./StateTabs";

export default function AdminOrdersPage() {
  const { t } = useTranslation("adminOrders");
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const address = writeFilter(filter).toString();
  const change = (next: OrderFilter) => setParams(writeFilter(next), { replace: true });
  useEffect(() => rememberList("/admin/orders", address === "" ? "" : `?${address}`), [address]);
  return (
    <>
      <PageHeading title={t("title")} aside={<SavedFilterMenu address={address} onPick={(kept) => setParams(kept, { replace: true })} />} />
      <StateTabs filter={filter} />
      <OrderFilterBar filter={filter} onChange={change} />
      {/* Another filter is another list: nothing stays picked, and it begins at its top. */}
      <OrderList key={address} filter={filter} onClear={() => change({ tab: "all" })} />
    </>
  );
}
