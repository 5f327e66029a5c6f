// The shop itself: its name, whether it is ready, the users of a demo.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { read } from "@/ipc/call";
import type { StorageReason } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";

/** Milliseconds. While nothing can be saved, a client without events too learns soon that it is over. */
const UNTIL_SAVED_MS = 3_000;

/** The faults of the shop's file that end only when a backup is restored, or its file is back. */
type LastingFault = Extract<StorageReason, "DAMAGED" | "REPLACED">;

/** Milliseconds between two tries while the shop cannot be read: doubled each time, up to the last. */
const FIRST_PAUSE_MS = 1_000;
const LAST_PAUSE_MS = 30_000;

export function pauseAfter(failures: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LAST_PAUSE_MS);
}

export function useShop() {
  return useQuery({
    queryKey: keys.shop,
    queryFn: () => read("get_shop", {}),
    staleTime: 5 * 60_000,
    // A page that appears must not ask at once for what has just failed: while it asked, the shell would take it away again.
    retryOnMount: false,
    refetchInterval: ({ state }) => {
      if (state.data === undefined) return state.errorUpdateCount === 0 ? false : pauseAfter(state.errorUpdateCount);
      return state.data.storage === undefined ? false : UNTIL_SAVED_MS;
    },
  });
}

/** The fault that does not pass by itself; `undefined` where there is none. */
export function useLastingFault(): LastingFault | undefined {
  const reason = useShop().data?.storage?.reason;
  return reason === "DAMAGED" || reason === "REPLACED" ? reason : undefined;
}

/** What the shop is called: its own name, or the name of the program in the customer's language while it is a demo. */
export function useShopName(): string {
  const brand = useTranslation("common").t("shopName");
  const shop = useShop().data;
  return shop === undefined || shop.demo || shop.name === "" ? brand : shop.name;
}
