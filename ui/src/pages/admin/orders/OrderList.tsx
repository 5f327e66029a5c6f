// The orders of the filter, their sum, and the actions on the selected ones.
import { Button, Group, Progress, Text } from "@mantine/core";
import { ReceiptText } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { isNarrowed, isTooManyToSort, type OrderFilter, requestFor } from "@/features/admin-order/filter";
import { PaperLinks } from "@/features/admin-order/PaperLinks";
import { useAllOrders, useAnyOrders } from "@/features/admin-order/queries";
import { countText, summaryText } from "@/features/admin-order/summary";
import { rememberTrail } from "@/features/admin-order/trail";
import type { BulkProgress } from "@/features/admin-order/useBulkStep";
import type { OrderSummary } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { NothingMatches } from "@/shared/components/NothingMatches";
import { DataTable } from "@/shared/components/table/DataTable";
import { useSelection } from "@/shared/components/table/useSelection";
import { useLang } from "@/shared/hooks/useLang";
import { BulkButtons } from "./BulkButtons";
import { useBulkActs } from "./useBulkActs";
import { useOrderColumns } from "./useOrderColumns";

interface OrderListProps {
  filter: OrderFilter;
  onClear: () => void;
  /** The latest first instead. */
  onNewest: () => void;
}

export function OrderList({ filter, onClear, onNewest }: OrderListProps) {
  const { t } = useTranslation("adminOrders");
  const orders = useAllOrders(filter);
  const columns = useOrderColumns();
  const selection = useSelection();
  const { act, stop, progress } = useBulkActs();
  const lang = useLang();
  useTrail(filter, orders.data);
  const sum = orders.data?.pages[0]?.summary;
  const summary = useSummaryWords(sum);
  if (isTooManyToSort(orders.error)) return <TooManyToSort onNewest={onNewest} />;
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
        whole={sum && { count: sum.count, shown: countText(sum, lang) }}
        bulk={(picked) => (
          <>
          <PaperLinks orders={picked} size="compact-sm" />
          <BulkButtons
            picked={picked}
            isWhole={selection.isWhole}
            filter={filter}
            running={progress !== undefined}
            onAct={(step, target) => void act(step, target).then((whole) => whole && selection.clear())}
          />
          </>
        )}
        empty={<NoOrders narrowed={filter.tab !== "all" || isNarrowed(filter)} onClear={onClear} />}
      />
    </>
  );
}

/** An order's page goes on from here to the order before and the one after. */
function useTrail(filter: OrderFilter, list: ReturnType<typeof useAllOrders>["data"]): void {
  useEffect(() => {
    if (list === undefined) return;
    const ids = list.pages.flatMap(({ items }) => items.map(({ id }) => id));
    rememberTrail({ ids, request: requestFor(filter), cursor: list.pages.at(-1)?.nextCursor ?? undefined });
  }, [filter, list]);
}

function useSummaryWords(summary: OrderSummary | undefined): string | undefined {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  if (summary === undefined) return undefined;
  const { key, figures } = summaryText(summary, lang);
  return t(key, figures);
}

function Running({ progress: { step, tried, of }, onStop }: { progress: BulkProgress; onStop: () => void }) {
  const { t } = useTranslation("adminOrders");
  const words = t(`bulk.${step}.progress`, { tried, of });
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

function TooManyToSort({ onNewest }: { onNewest: () => void }) {
  const { t } = useTranslation("adminOrders");
  return (
    <EmptyState
      icon={ReceiptText}
      title={t("tooManyToSort.title")}
      description={t("tooManyToSort.text")}
      action={
        <Button variant="default" onClick={onNewest}>
          {t("tooManyToSort.action")}
        </Button>
      }
    />
  );
}
