// Whether the shop's own server runs, and where. Only the window can ask.
import { useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import { host } from "@/ipc/host";
import { keys } from "@/shared/queryKeys";

export function useServerState() {
  return useQuery({ queryKey: keys.server, queryFn: () => read("server_state", {}), staleTime: 0, enabled: host() === "window" });
}
