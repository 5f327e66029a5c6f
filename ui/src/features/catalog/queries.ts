// Reading products: one, a first page, and what sells.
import { useQuery } from "@tanstack/react-query";
import { call } from "@/ipc/call";
import type { ListProducts } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";

/** The first page of a list. Lists that scroll on page by cursor use useInfiniteQuery with the same key root. */
export function useProducts(filter: ListProducts, { enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: [...keys.products, "first-page", filter],
    queryFn: () => call("list_products", filter),
    enabled,
  });
}

export function useProduct(id: number) {
  return useQuery({ queryKey: [...keys.products, "one", id], queryFn: () => call("get_product", { id }) });
}

/** Every category that holds something, in the shop's order. */
export function useCategories() {
  return useQuery({ queryKey: keys.categories, queryFn: () => call("list_categories", {}), staleTime: 5 * 60_000 });
}

/** Counted by the shop every few minutes; `days` and `limit` as in the shop's rules. */
export function usePopularProducts({ days = 3, limit = 5 }: { days?: number; limit?: number } = {}) {
  return useQuery({
    queryKey: [...keys.popular, days, limit],
    queryFn: () => call("popular_products", { days, limit }),
    staleTime: 60_000,
  });
}
