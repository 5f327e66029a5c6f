// The sale room: as a guest sees it, and as its presenter does.
import { useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";

/** A visitor gets no events, and so asks again and again until the guest has joined. */
const VISITOR_MS = 3_000;
/** For what no event tells: the end of the results. */
const GUEST_MS = 30_000;

export function useSaleRoom(signedIn: boolean) {
  return useQuery({ queryKey: keys.saleRoom, queryFn: () => read("get_sale_room", {}), staleTime: 0, refetchInterval: signedIn ? GUEST_MS : VISITOR_MS });
}

/** The server of the window needs a moment to listen in the network, which no event tells. */
const PRESENTER_MS = 2_000;

export function useAdminSaleRoom() {
  return useQuery({ queryKey: keys.adminSaleRoom, queryFn: () => read("get_sale_room_for_admin", {}), staleTime: 0, refetchInterval: PRESENTER_MS });
}
