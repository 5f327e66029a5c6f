// Queries of coupons for admins, of the products that a coupon can be limited to, and of customers that can be given one.
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { UserCouponState } from "@/ipc/generated/operations";
import { keys, listKey, oneKey } from "@/shared/queryKeys";
import type { CouponFilter } from "./filter";

const PAGE = 50;
const FOUND = 5;

export function useAllCoupons(filter: CouponFilter) {
  return useInfiniteQuery({
    queryKey: [...listKey("adminCoupons"), filter],
    queryFn: ({ pageParam }) => read("list_coupons_for_admin", { ...filter, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** One coupon by its id, in whatever state; asked for while it is not at hand otherwise. */
export function useAnyCoupon(id: number, enabled: boolean) {
  return useQuery({ queryKey: oneKey("adminCoupons", id), queryFn: () => read("get_coupon_for_admin", { id }), enabled });
}

/** The holders of a coupon, the latest first. */
export function useHolders(id: number, state: UserCouponState | undefined) {
  return useInfiniteQuery({
    queryKey: [...keys.adminCoupons, "holders", id, state],
    queryFn: ({ pageParam }) => read("list_coupon_holders", { id, state, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export interface ProductChoice {
  id: number;
  name: string;
  nameEn?: string | null;
  price: number;
}

/** Products that words find, to choose from. */
export function useFoundProducts(q: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.adminProducts, "choices", q],
    queryFn: () => read("list_products_for_admin", { q: q === "" ? undefined : q, state: "NORMAL", limit: 20 }),
    select: ({ items }): ProductChoice[] => items,
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Customers that may sign in and that words find, to choose from. */
export function useFoundCustomers(q: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.adminUsers, "choices", q],
    queryFn: () => read("list_users", { q: q === "" ? undefined : q, type: "CUSTOMER", state: "NORMAL", limit: 20 }),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The names of the selected products; deleted products have none. */
export function useNamedProducts(ids: readonly string[]) {
  return useQuery({
    queryKey: [...keys.adminProducts, "named", ids],
    queryFn: () => read("list_products", { ids: ids.join(","), limit: 100 }),
    select: ({ items }): ProductChoice[] => items,
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  });
}

/** A coupon as of an instant; as of now without one. The former answer stays while another is read. */
export function useCouponAt(id: number, instant: string | undefined) {
  return useQuery({
    queryKey: [...oneKey("adminCoupons", id), "at", instant ?? null],
    queryFn: () => read("get_coupon_at", { id, instant }),
    placeholderData: keepPreviousData,
  });
}

/** The few coupons that words find first. */
export function useFoundCoupons(words: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.adminCoupons, "found", words],
    queryFn: () => read("list_coupons_for_admin", { q: words === "" ? undefined : words, limit: FOUND }),
    enabled,
  });
}
