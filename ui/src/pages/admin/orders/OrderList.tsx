// The orders of the filter, their sum, and the actions on the selected ones.
import { Button, Group, Progress, Text } from "@mantine/core";
import { ReceiptText, Truck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { actsOf } from "@/features/admin-order/acts";
import { isNarrowed, type OrderFilter } from "@/features/admin-order/filter";
import { useAllOrders, useAnyOrders } from "@/features/admin-order/queries";
import { summaryText } from "@/features/admin-order/summary";
import type { BulkProgress } from "@/features/admin-order/useBulkShip";
import type { OrderSummary } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { NothingMatches } from "@/shared/components/NothingMatches";
import { DataTable } from "@/shared/components/table/DataTable";
import { useSelection } from "@/shared/components/table/useSelection";
import { useLang } from "@/shared/hooks/useLang";
import { useOrderColumns } from "./useOrderColumns";
import { useShipping } from "./useShipping";

interface OrderListProps {
  filter: OrderFilter;
  onClear: () => void;
}

export function OrderList({ filter, onClear }: OrderListProps) {
  const { t } = useTranslation("adminOrders");
  const orders = useAllOrders(filter);
  const columns = useOrderColumns();
  const selection = useSelection();
  const { ship, stop, progress } = useShipping();
  const summary = useSummaryWords(orders.data?.pages[0]?.summary);
  return (
    <>
      {progress !== undefined && <Running progress={progress} onStop={stop} />}
      <DataTable
        name="orders"
        label={t("title")}
        list={orders}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ orderNumber }) => orderNumber}
        to={({ id }) => `/admin/orders/${id}`}
        selection={selection}
        summary={summary}
        bulk={(picked) => {
          const ready = picked.filter((order) => actsOf(order).ship).length;
          return (
            <Button
              size="compact-sm"
              leftSection={<Truck size={14} aria-hidden />}
              disabled={ready === 0 || progress !== undefined}
              title={ready === 0 ? t("bulk.notShippable") : undefined}
              onClick={() => void ship(picked).then((whole) => whole && selection.clear())}
            >
              {t("bulk.ship", { count: ready })}
            </Button>
          );
        }}
        empty={<NoOrders narrowed={filter.tab !== "all" || isNarrowed(filter)} onClear={onClear} />}
      />
    </>
  );
}

function useSummaryWords(summary: OrderSummary | undefined): string | undefined {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  if (summary === undefined) return undefined;
  const { key, figures } = summaryText(summary, lang);
  return t(key, figures);
}

function Running({ progress: { tried, of }, onStop }: { progress: BulkProgress; onStop: () => void }) {
  const { t } = useTranslation("adminOrders");
  const words = t("bulk.progress", { tried, of });
  return (
    <Group mb={8} gap="sm" wrap="nowrap">
      <Text size="sm" className="tabular" role="status">
        {words}
      </Text>
      <Progress value={(tried / of) * 100} flex={1} aria-label={words} />
      <Button size="compact-sm" variant="default" onClick={onStop}>
        {t("bulk.stop")}
      </Button>
    </Group>
  );
}

/** A shop that has not sold anything yet differs from a filter that finds nothing. */
function NoOrders({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const { t } = useTranslation("adminOrders");
  const anyOrders = useAnyOrders();
  if (narrowed && anyOrders.data !== false) return <NothingMatches onClear={onClear} />;
  return (
    <EmptyState
      icon={ReceiptText}
      title={t("empty.title")}
      description={t("empty.text")}
      action={
        <Button component={Link} to="/admin/products" variant="default">
          {t("empty.action")}
        </Button>
      }
    />
  );
}
