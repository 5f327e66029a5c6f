// Queries of products for admins: the list, one product, and its stock history.
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { ListProductsForAdmin } from "@/ipc/generated/operations";
import { keys, listKey, oneKey } from "@/shared/queryKeys";

const PAGE_SIZE = 100;
const FOUND = 5;

/** The former list stays on screen while another filter's is read. */
export function useAdminProducts(filter: ListProductsForAdmin) {
  return useInfiniteQuery({
    queryKey: [...listKey("adminProducts"), filter],
    queryFn: ({ pageParam }) => read("list_products_for_admin", { ...filter, cursor: pageParam, limit: PAGE_SIZE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Nothing is asked for where `id` is no id, as in an address typed by hand. */
export function useAdminProduct(id: number) {
  return useQuery({
    queryKey: oneKey("adminProducts", id),
    queryFn: () => read("get_product_for_admin", { id }),
    enabled: Number.isSafeInteger(id),
  });
}

/** Latest first; of one option only where one is named. */
export function useStockMovements(id: number, productOptionId: number | undefined) {
  return useInfiniteQuery({
    queryKey: [...oneKey("adminProducts", id), "movements", productOptionId ?? null],
    queryFn: ({ pageParam }) => read("list_stock_movements", { id, productOptionId, cursor: pageParam, limit: PAGE_SIZE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: Number.isSafeInteger(id),
  });
}

/** The level of a product or option as of an instant; of now without one. The former answer stays while another is read. */
export function useStockAt(id: number, productOptionId: number | undefined, instant: string | undefined) {
  return useQuery({
    queryKey: [...oneKey("adminProducts", id), "at", productOptionId ?? null, instant ?? null],
    queryFn: () => read("get_stock_at", { id, productOptionId, instant }),
    placeholderData: keepPreviousData,
  });
}

/** Whether the shop has a product. */
export function useAnyProduct() {
  return useQuery({
    queryKey: [...keys.adminProducts, "any"],
    queryFn: () => read("list_products_for_admin", { limit: 1 }),
    select: ({ items }) => items.length > 0,
  });
}

/** The few products that words find first. */
export function useFoundProducts(words: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.adminProducts, "found", words],
    queryFn: () => read("list_products_for_admin", { q: words === "" ? undefined : words, limit: FOUND }),
    enabled,
  });
}
