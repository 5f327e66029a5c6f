// People as an admin sees them.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { call } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";
import type { UserFilter } from "./filter";

const PAGE = 50;

export function useUsers(filter: UserFilter) {
  return useInfiniteQuery({
    queryKey: [...keys.adminUsers, "list", filter],
    queryFn: ({ pageParam }) => call("list_users", { ...filter, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** One person with totals and the latest movements of points. */
export function useUserDetail(id: number) {
  return useQuery({ queryKey: [...keys.adminUsers, "one", id], queryFn: () => call("get_user", { id }) });
}
