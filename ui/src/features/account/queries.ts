// Where this account is signed in.
import { useQuery } from "@tanstack/react-query";
import { call } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";

export function useSessions() {
  return useQuery({ queryKey: keys.sessions, queryFn: () => call("list_sessions", {}) });
}
