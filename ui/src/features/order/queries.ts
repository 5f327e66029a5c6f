// Reading orders, and what one would cost. A quote stands behind the cart's root: what makes the cart stale makes it stale too.
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { ListOrders, QuoteOrder } from "@/ipc/generated/operations";
import { keys, listKey, oneKey } from "@/shared/queryKeys";

const PAGE = 20;

/** The customer's orders, latest first, page after page. */
export function useOrders(filter: Pick<ListOrders, "state" | "from">) {
  return useInfiniteQuery({
    queryKey: [...listKey("orders"), filter],
    queryFn: ({ pageParam }) => read("list_orders", { ...filter, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** Whether there has ever been an order; asked for where a filter finds none. */
export function useHasOrders() {
  return useQuery({
    queryKey: [...keys.orders, "any"],
    queryFn: () => read("list_orders", { limit: 1 }),
    select: ({ items }) => items.length > 0,
  });
}

export function useOrder(id: number) {
  return useQuery({ queryKey: oneKey("orders", id), queryFn: () => read("get_order", { id }) });
}

/** How often a seal is asked for until it is there: the shop makes one every five seconds. */
const SEAL_INTERVAL = 2_000;
/** How often after half a minute: the shop has no key, or is busy. */
const LATE_SEAL_INTERVAL = 30_000;
const SOON = 15;

/** The text that proves the payment of a paid order. */
export function useOrderSeal(id: number) {
  return useQuery({
    queryKey: [...keys.orderSeal, id],
    queryFn: () => read("get_order_seal", { id }),
    staleTime: (query) => (query.state.data?.text === undefined ? 0 : Infinity),
    refetchInterval: ({ state }) => {
      if (state.data?.text !== undefined || state.error !== null) return false;
      return state.dataUpdateCount < SOON ? SEAL_INTERVAL : LATE_SEAL_INTERVAL;
    },
  });
}

/** What the order would cost with these coupons. The figures before stay until the new ones are there. */
export function useQuote(request: QuoteOrder, { enabled }: { enabled: boolean }) {
  return useQuery({
    queryKey: [...keys.cart, "quote", request],
    queryFn: () => read("quote_order", request),
    placeholderData: keepPreviousData,
    // A price on the way to paying is asked for whenever its page is opened.
    staleTime: 0,
    enabled,
  });
}
