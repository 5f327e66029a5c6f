// The address book: at most one address is the default, which checkout offers first.
import { useQuery } from "@tanstack/react-query";
import { call } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";

export function useAddresses() {
  return useQuery({ queryKey: keys.addresses, queryFn: () => call("list_addresses", {}) });
}
