// The customer's cart. Visitors and admins have none, so the caller says whether there is one.
import { useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";

export function useCart({ enabled }: { enabled: boolean }) {
  return useQuery({ queryKey: keys.cart, queryFn: () => read("get_cart", {}), enabled });
}
