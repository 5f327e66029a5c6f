// Queries of all orders for admins. Events about orders make this root stale as they do a customer's own.
import { keepPreviousData, skipToken, useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { ListOrdersForAdmin, OrderSummary, PreviewRefund } from "@/ipc/generated/operations";
import { keys, listKey, oneKey } from "@/shared/queryKeys";
import { rowsOfPages } from "./bulk";
import { MOST_PACKED } from "./packing";
import { exportRequestFor, type OrderFilter, requestFor, type Scope, type Tab, TABS } from "./filter";

const PAGE = 50;
/** The most that the shop gives. */
const PAGE_OF_BULK = 100;
const FOUND = 5;

const root = keys.adminOrders;

/** The orders of a filter in its sequence; their sums are on the first page. */
export function useAllOrders(filter: OrderFilter) {
  const request = requestFor(filter);
  return useInfiniteQuery({
    queryKey: [...listKey("adminOrders"), request],
    queryFn: ({ pageParam }) => read("list_orders_for_admin", { ...request, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** All orders of a filter for a bulk operation, in pages as large as the shop gives. */
export function allRowsOf(filter: OrderFilter) {
  const request: ListOrdersForAdmin = exportRequestFor(filter);
  return rowsOfPages((cursor) => read("list_orders_for_admin", { ...request, cursor, limit: PAGE_OF_BULK }));
}

/** What the orders of each tab add up to; undefined while that is not known. */
export function useTabSums(scope: Scope): Record<Tab, OrderSummary | undefined> {
  const counts = useQueries({
    queries: TABS.map((tab) => {
      const request: ListOrdersForAdmin = exportRequestFor({ ...scope, tab });
      return {
        queryKey: [...root, "count", request],
        queryFn: () => read("list_orders_for_admin", { ...request, limit: 1 }),
        placeholderData: keepPreviousData,
      };
    }),
  });
  return Object.fromEntries(TABS.map((tab, index) => [tab, counts[index]?.data?.summary ?? undefined])) as Record<Tab, OrderSummary | undefined>;
}

/** The latest orders of one customer. */
export function useOrdersOf(userId: number, limit: number) {
  return useQuery({ queryKey: [...root, "of", userId, limit], queryFn: () => read("list_orders_for_admin", { userId, limit }) });
}

/** Whether there has ever been an order; asked for where a filter finds none. */
export function useAnyOrders() {
  return useQuery({
    queryKey: [...root, "any"],
    queryFn: () => read("list_orders_for_admin", { limit: 1 }),
    select: ({ items }) => items.length > 0,
  });
}

/** One order with its history and every try to pay it. */
export function useOrderDetail(id: number) {
  return useQuery({ queryKey: oneKey("adminOrders", id), queryFn: () => read("get_order_for_admin", { id }) });
}

/** The states of an order as of an instant; of now without one. The former answer stays while another is read. */
export function useOrderAt(id: number, instant: string | undefined) {
  return useQuery({
    queryKey: [...oneKey("adminOrders", id), "at", instant ?? null],
    queryFn: () => read("get_order_at", { id, instant }),
    placeholderData: keepPreviousData,
  });
}

/** The orders of packing slips, in the sequence in which they were picked. */
export function usePackingSlips(ids: string) {
  return useQuery({ queryKey: [...root, "slips", ids], queryFn: () => read("list_packing_slips", { ids }) });
}

/** The orders that are prepared, the oldest first, as many as are packed at once; `summary` counts all of them. */
export function useOrdersToPack() {
  const request: ListOrdersForAdmin = { ...requestFor({ tab: "preparing", sort: "oldest" }), limit: MOST_PACKED };
  return useQuery({ queryKey: [...root, "packing"], queryFn: () => read("list_orders_for_admin", request) });
}

/** What a refund would give back now. Always asked for again: stock and balance move meanwhile. */
export function useRefundPreview(request: PreviewRefund | undefined) {
  return useQuery({
    queryKey: [...keys.refundPreview, request ?? null],
    queryFn: request === undefined ? skipToken : () => read("preview_refund", request),
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** The few orders that words find first. */
export function useFoundOrders(request: ListOrdersForAdmin, enabled: boolean) {
  return useQuery({ queryKey: [...root, "found", request], queryFn: () => read("list_orders_for_admin", { ...request, limit: FOUND }), enabled });
}
