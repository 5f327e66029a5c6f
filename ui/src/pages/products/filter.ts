// The filters of the list and how they stand in the address, which is their only home: a list can be
// bookmarked, shared, and gone back to.
import type { ListProducts, ProductSort } from "@/ipc/generated/operations";

export const SORTS = ["newest", "popular", "priceAsc", "priceDesc", "relevance"] as const satisfies readonly ProductSort[];

export interface Filter {
  /** What is searched for; empty when nothing is. */
  q: string;
  /** Category code. */
  category?: string;
  /** Won, inclusive. */
  minPrice?: number;
  /** Won, inclusive. */
  maxPrice?: number;
  inStock: boolean;
  onSale: boolean;
  sort: ProductSort;
}

/** Whatever in the address makes no sense is as if it were not there. */
export function filterFrom(params: URLSearchParams): Filter {
  const q = (params.get("q") ?? "").trim();
  return {
    q,
    category: params.get("category") || undefined,
    minPrice: wonFrom(params.get("minPrice")),
    maxPrice: wonFrom(params.get("maxPrice")),
    inStock: params.get("inStock") === "1",
    onSale: params.get("onSale") === "1",
    sort: SORTS.find((sort) => sort === params.get("sort") && sortsFor(q).includes(sort)) ?? defaultSort(q),
  };
}

/** The address of a filter, without what goes without saying. */
export function addressOf(filter: Filter): string {
  const params = new URLSearchParams();
  if (filter.q !== "") params.set("q", filter.q);
  if (filter.category !== undefined) params.set("category", filter.category);
  if (filter.minPrice !== undefined) params.set("minPrice", String(filter.minPrice));
  if (filter.maxPrice !== undefined) params.set("maxPrice", String(filter.maxPrice));
  if (filter.inStock) params.set("inStock", "1");
  if (filter.onSale) params.set("onSale", "1");
  if (filter.sort !== defaultSort(filter.q)) params.set("sort", filter.sort);
  const query = params.toString();
  return query === "" ? "/products" : `/products?${query}`;
}

/** What the shop is asked for. */
export function requestOf(filter: Filter): ListProducts {
  return {
    q: filter.q === "" ? undefined : filter.q,
    category: filter.category,
    minPrice: filter.minPrice,
    maxPrice: filter.maxPrice,
    inStock: filter.inStock || undefined,
    onSale: filter.onSale || undefined,
    sort: filter.sort,
  };
}

/** The filter with this price range. Ends typed the wrong way round are meant the right way round. */
export function withPrices(filter: Filter, minPrice: number | undefined, maxPrice: number | undefined): Filter {
  const crossed = minPrice !== undefined && maxPrice !== undefined && minPrice > maxPrice;
  return crossed ? { ...filter, minPrice: maxPrice, maxPrice: minPrice } : { ...filter, minPrice, maxPrice };
}

/** Everything off but the search and the sort. */
export function withoutFilters(filter: Filter): Filter {
  return { q: filter.q, inStock: false, onSale: false, sort: filter.sort };
}

/** Whether anything narrows the list besides the search. */
export function isNarrowed(filter: Filter): boolean {
  const { category, minPrice, maxPrice, inStock, onSale } = filter;
  return category !== undefined || minPrice !== undefined || maxPrice !== undefined || inStock || onSale;
}

/** Whether nothing but a category narrows the list. */
export function holdsWholeShop(filter: Filter): boolean {
  return filter.q === "" && !isNarrowed({ ...filter, category: undefined });
}

/** How a list can be sorted: by likeness only where something is searched for. */
export function sortsFor(q: string): readonly ProductSort[] {
  return q === "" ? SORTS.filter((sort) => sort !== "relevance") : SORTS;
}

function defaultSort(q: string): ProductSort {
  return q === "" ? "newest" : "relevance";
}

function wonFrom(text: string | null): number | undefined {
  if (text === null || !/^\d{1,10}$/.test(text)) return undefined;
  return Number(text);
}
