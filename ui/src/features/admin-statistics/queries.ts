// The shop's statistics: dashboard, sales, popular products, coupons.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";
import type { Days } from "./period";

/** Milliseconds. Events renew the page as things happen; the passing of the day and active users send none, so they are polled. */
const POLL_MS = 60_000;

const POPULAR_SHOWN = 50;

export function useDashboard() {
  return useQuery({ queryKey: keys.dashboard, queryFn: () => read("get_dashboard", {}), staleTime: 0, refetchInterval: POLL_MS });
}

export function useSalesStatistics(days: Days) {
  return useQuery({
    queryKey: [...keys.statistics, "sales", days],
    queryFn: () => read("sales_statistics", days),
    placeholderData: keepPreviousData,
  });
}

export function usePopularStatistics(days: Days) {
  return useQuery({
    queryKey: [...keys.statistics, "popular", days],
    queryFn: () => read("popular_statistics", { ...days, limit: POPULAR_SHOWN }),
    placeholderData: keepPreviousData,
  });
}

export function useCouponStatistics(days: Days) {
  return useQuery({
    queryKey: [...keys.statistics, "coupons", days],
    queryFn: () => read("coupon_statistics", days),
    placeholderData: keepPreviousData,
  });
}
