// The customer's orders: filter in the address, low rows, J/K/Enter, more as one scrolls.
import { Button, Skeleton, Stack } from "@mantine/core";
import { PackageSearch, ReceiptText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { type OrderFilter, readFilter, startOf, writeFilter } from "@/features/order/filter";
import { useHasOrders, useOrders } from "@/features/order/queries";
import type { Order } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { LoadMore } from "@/shared/components/LoadMore";
import { PageHeading } from "@/shared/components/PageHeading";
import { Delayed, PageSkeleton } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { useListKeys } from "@/shared/hooks/useListKeys";
import { OrderRow } from "./OrderRow";
import { OrderFilters } from "./OrderFilters";
import classes from "./Orders.module.css";

export default function OrdersPage() {
  const { t } = useTranslation("orders");
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const change = (next: OrderFilter) => setParams(writeFilter(next), { replace: true });
  const orders = useOrders({ state: filter.state, from: startOf(filter.period, new Date()) });
  return (
    <>
      <PageHeading title={t("title")} />
      <Stack gap="md">
        <OrderFilters filter={filter} onChange={change} />
        <QueryView
          query={orders}
          skeleton={<OrdersSkeleton />}
          isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
          empty={<NoOrders onWiden={() => change({ period: "all" })} />}
        >
          {({ pages }) => (
            <>
              <OrderList orders={pages.flatMap(({ items }) => items)} />
              <LoadMore hasMore={orders.hasNextPage} loading={orders.isFetchingNextPage} onMore={() => void orders.fetchNextPage()} />
            </>
          )}
        </QueryView>
      </Stack>
    </>
  );
}

/** As high as the rows that a first page fills the window with. */
function OrdersSkeleton() {
  return (
    <Delayed>
      <div className={classes.list}>
        {Array.from({ length: 10 }, (_, row) => (
          <div key={row} className={classes.order}>
            <Skeleton height={36} style={{ gridColumn: "1 / -1" }} />
          </div>
        ))}
      </div>
    </Delayed>
  );
}

function OrderList({ orders }: { orders: readonly Order[] }) {
  const { t } = useTranslation("orders");
  const navigate = useNavigate();
  const rowProps = useListKeys({
    count: orders.length,
    onOpen: (index) => void navigate(`/orders/${orders[index]?.id}`),
  });
  return (
    <ul className={classes.list} aria-label={t("title")}>
      {orders.map((order, index) => (
        <OrderRow key={order.id} order={order} rowProps={rowProps(index)} />
      ))}
    </ul>
  );
}

/** No order at all differs from a filter that finds none. */
function NoOrders({ onWiden }: { onWiden: () => void }) {
  const { t } = useTranslation("orders");
  const hasOrders = useHasOrders();
  if (hasOrders.isPending) return <PageSkeleton rows={2} />;
  // What is not known is taken for the filter's doing: there, a wider one can be tried.
  if (hasOrders.data !== false) {
    return (
      <EmptyState
        icon={PackageSearch}
        title={t("empty.filteredTitle")}
        description={t("empty.filteredText")}
        action={
          <Button variant="default" onClick={onWiden}>
            {t("empty.filteredAction")}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={ReceiptText}
      title={t("empty.title")}
      description={t("empty.text")}
      action={
        <Button component={Link} to="/products">
          {t("empty.action")}
        </Button>
      }
    />
  );
}
