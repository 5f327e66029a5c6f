// The parts of an account besides its profile: its addresses and its sessions.
import { useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";

/** The address book; the default address, which checkout offers, comes first. */
export function useAddresses() {
  return useQuery({ queryKey: keys.addresses, queryFn: () => read("list_addresses", {}) });
}

/** Where the account is signed in, latest first. */
export function useSessions() {
  return useQuery({ queryKey: keys.sessions, queryFn: () => read("list_sessions", {}) });
}
