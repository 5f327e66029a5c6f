// The filters of the list as they stand in the address, and what the shop is asked for. Whatever in the address makes no sense is
// as if it were not there.
import type { AdminProductSort, ListAllProducts, ProductState, StockShortage } from "@/ipc/generated/operations";
import { oneOf } from "@/shared/hooks/useAddressFilters";

export const NAMES = ["q", "category", "state", "stock", "sort"] as const;
export type FilterName = (typeof NAMES)[number];

export const STATES = ["NORMAL", "OUT_OF_STOCK", "DISCONTINUED", "DELETED"] as const satisfies readonly ProductState[];
export const SHORTAGES = ["low", "out"] as const satisfies readonly StockShortage[];
const SORTS = ["newest", "priceAsc", "priceDesc", "popular"] as const satisfies readonly AdminProductSort[];

export function filterOf(values: Partial<Record<FilterName, string>>): ListAllProducts {
  return {
    q: values.q,
    category: values.category,
    state: oneOf(STATES, values.state),
    stock: oneOf(SHORTAGES, values.stock),
    sort: oneOf(SORTS, values.sort) ?? "newest",
  };
}
