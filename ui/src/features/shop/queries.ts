// The shop itself: its name, its categories, whether it has been set up.
import { useQuery } from "@tanstack/react-query";
import { call } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";

export function useShop() {
  return useQuery({ queryKey: keys.shop, queryFn: () => call("get_shop", {}), staleTime: 5 * 60_000 });
}
