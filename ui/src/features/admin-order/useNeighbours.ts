// The orders before and after this one in the list that it was opened from; the list is read on at its end.
import { useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";
import { lastTrail, lengthened, type Neighbours, neighboursOf, rememberTrail } from "./trail";

export function useNeighbours(id: number): Neighbours {
  const trail = lastTrail();
  const near = neighboursOf(trail, id);
  const more = useQuery({
    queryKey: [...keys.adminOrders, "trail", trail?.request, trail?.cursor],
    queryFn: async () => {
      if (trail === undefined) return null;
      const { items, nextCursor } = await read("list_orders_for_admin", { ...trail.request, cursor: trail.cursor });
      const longer = lengthened(trail, items.map((order) => order.id), nextCursor ?? undefined);
      rememberTrail(longer);
      return longer;
    },
    enabled: near.isAtEnd,
    // What was read once is part of the trail.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return near.isAtEnd ? neighboursOf(more.data ?? trail, id) : near;
}
