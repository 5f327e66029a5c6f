// The shop itself: its name, whether it is ready, whom one can be in a demo.
import { useQuery } from "@tanstack/react-query";
import { call } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";

export function useShop() {
  return useQuery({ queryKey: keys.shop, queryFn: () => call("get_shop", {}), staleTime: 5 * 60_000 });
}
