// All returns, as an admin sees them.
import { useInfiniteQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { ListReturnsForAdmin, ReturnState } from "@/ipc/generated/operations";
import { listKey } from "@/shared/queryKeys";

const PAGE = 50;

/** In the sequence in which a return has them. */
export const STATES = ["REQUESTED", "APPROVED", "RECEIVED", "REFUNDED", "REJECTED"] as const satisfies readonly ReturnState[];

export type ReturnFilter = Pick<ListReturnsForAdmin, "q" | "state">;

export function useReturnsForAdmin(filter: ReturnFilter) {
  return useInfiniteQuery({
    queryKey: [...listKey("adminReturns"), filter],
    queryFn: ({ pageParam }) => read("list_returns_for_admin", { ...filter, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
