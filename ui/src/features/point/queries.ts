// Points: how many there are, and every change of them.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { PointTransactionType } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";

export function usePoints() {
  return useQuery({ queryKey: [...keys.points, "balance"], queryFn: () => read("get_points", {}) });
}

/** The ledger, newest first, page by page; of one type when asked. */
export function usePointTransactions(type: PointTransactionType | undefined) {
  return useInfiniteQuery({
    queryKey: [...keys.points, "ledger", type ?? "all"],
    queryFn: ({ pageParam }) => read("list_point_transactions", { type, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
}
