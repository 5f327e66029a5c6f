// The shop itself: its name, whether it is ready, whom one can be in a demo.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { read } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";

/** Milliseconds. While nothing can be saved, even who gets no events finds out soon that it is over. */
const UNTIL_SAVED_MS = 3_000;

export function useShop() {
  return useQuery({
    queryKey: keys.shop,
    queryFn: () => read("get_shop", {}),
    staleTime: 5 * 60_000,
    refetchInterval: ({ state }) => (state.data?.storage === undefined ? false : UNTIL_SAVED_MS),
  });
}

/** What the shop is called: its own name, or the name of the program in the customer's language while it is a demo. */
export function useShopName(): string {
  const brand = useTranslation("common").t("shopName");
  const shop = useShop().data;
  return shop === undefined || shop.demo || shop.name === "" ? brand : shop.name;
}
