// The filter of the list as it is in the address, and the request that it becomes. Invalid values in the address are
// ignored.
import type { AdminProductSort, ListProductsForAdmin, ProductState, StockShortage } from "@/ipc/generated/operations";
import { oneOf } from "@/shared/hooks/useAddressFilters";

export const NAMES = ["q", "category", "state", "stock", "sort"] as const;
export type FilterName = (typeof NAMES)[number];

export const STATES = ["NORMAL", "OUT_OF_STOCK", "DISCONTINUED", "DELETED"] as const satisfies readonly ProductState[];
export const SHORTAGES = ["low", "out"] as const satisfies readonly StockShortage[];
const SORTS = ["newest", "priceAsc", "priceDesc", "popular"] as const satisfies readonly AdminProductSort[];

export function filterOf(values: Partial<Record<FilterName, string>>): ListProductsForAdmin {
  return {
    q: values.q,
    category: values.category,
    state: oneOf(STATES, values.state),
    stock: oneOf(SHORTAGES, values.stock),
    sort: oneOf(SORTS, values.sort) ?? "newest",
  };
}
