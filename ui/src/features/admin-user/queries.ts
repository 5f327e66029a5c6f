// Users as an admin sees them.
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import { keys, listKey, oneKey } from "@/shared/queryKeys";
import type { UserFilter } from "./filter";

const PAGE = 50;
const FOUND = 5;

export function useUsers(filter: UserFilter) {
  return useInfiniteQuery({
    queryKey: [...listKey("adminUsers"), filter],
    queryFn: ({ pageParam }) => read("list_users", { ...filter, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** One user with totals and the latest movements of points. */
export function useUserDetail(id: number) {
  return useQuery({ queryKey: oneKey("adminUsers", id), queryFn: () => read("get_user", { id }) });
}

/** The points of a user as of an instant; of now without one. The former answer stays while another is read. */
export function usePointsAt(id: number, instant: string | undefined) {
  return useQuery({
    queryKey: [...oneKey("adminUsers", id), "at", instant ?? null],
    queryFn: () => read("get_points_at", { id, instant }),
    placeholderData: keepPreviousData,
  });
}

/** The admins of the shop. */
export function useAdmins() {
  return useQuery({ queryKey: [...keys.adminUsers, "admins"], queryFn: () => read("list_users", { type: "ADMIN", limit: 100 }) });
}

/** The few users that words find first. */
export function useFoundUsers(words: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.adminUsers, "found", words],
    queryFn: () => read("list_users", { q: words === "" ? undefined : words, limit: FOUND }),
    enabled,
  });
}
