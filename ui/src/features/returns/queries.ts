// The returns of one of the customer's orders.
import { useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";

export function useReturns(orderId: number) {
  return useQuery({ queryKey: [...keys.returns, orderId], queryFn: () => read("list_returns", { id: orderId }) });
}
