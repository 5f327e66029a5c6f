// Reading products: one, a first page, a list page by page, and what sells.
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { ListProducts } from "@/ipc/generated/operations";
import { keys, listKey, oneKey } from "@/shared/queryKeys";

/** Divisible by two, three and four columns, so that a page ends with a full row. */
const PAGE_SIZE = 48;

/** The first page of a list, for rows and suggestions that never scroll on. */
export function useProducts(filter: ListProducts, { enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: [...keys.products, "first-page", filter],
    queryFn: () => read("list_products", filter),
    enabled,
  });
}

/** A list that scrolls on. The former list stays on screen while another filter's is read. */
export function useProductList(filter: ListProducts) {
  return useInfiniteQuery({
    queryKey: [...listKey("products"), filter],
    queryFn: ({ pageParam }) => read("list_products", { ...filter, cursor: pageParam, limit: PAGE_SIZE }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor ?? null,
    placeholderData: keepPreviousData,
    // Refetching reads every page that was scrolled to; stock is kept current by events meanwhile.
    staleTime: 5 * 60_000,
  });
}

/** These products, in the order of `ids`; those no longer sold are left out. */
export function useProductsById(ids: readonly number[]) {
  return useQuery({
    queryKey: [...keys.products, "by-id", ids],
    queryFn: () => read("list_products", { ids: ids.join(","), limit: ids.length }),
    select: ({ items }) => ids.flatMap((id) => items.filter((product) => product.id === id)),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** Nothing is asked for where `id` is no id, as in an address typed by hand. */
export function useProduct(id: number) {
  return useQuery({
    queryKey: oneKey("products", id),
    queryFn: () => read("get_product", { id }),
    enabled: Number.isSafeInteger(id),
  });
}

/** Every category that holds something, in the shop's order. */
export function useCategories() {
  return useQuery({ queryKey: keys.categories, queryFn: () => read("list_categories", {}), staleTime: 5 * 60_000 });
}

/** Counted by the shop every few minutes; `days` and `limit` as in the shop's rules. */
export function usePopularProducts({ days = 3, limit = 5 }: { days?: number; limit?: number } = {}) {
  return useQuery({
    queryKey: [...keys.popular, days, limit],
    queryFn: () => read("popular_products", { days, limit }),
    staleTime: 60_000,
  });
}
