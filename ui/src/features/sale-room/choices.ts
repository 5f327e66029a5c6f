// What a room can sell: products and coupons that words find.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import { keys } from "@/shared/queryKeys";
import type { ObjectKind } from "./wanted";

const FOUND = 20;

export interface Choice {
  id: number;
  name: string;
  nameEn?: string | null | undefined;
  /** Units that are left. */
  left: number;
  options: readonly { id: number; name: string; nameEn?: string | null | undefined; left: number }[];
}

export function useChoices(kind: ObjectKind, words: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keys[kind === "product" ? "adminProducts" : "adminCoupons"], "saleRoom", words],
    queryFn: () => (kind === "product" ? products(words) : coupons(words)),
    placeholderData: keepPreviousData,
    enabled,
  });
}

async function products(words: string): Promise<Choice[]> {
  const { items } = await read("list_products_for_admin", { q: words === "" ? undefined : words, state: "NORMAL", limit: FOUND });
  return items.map(({ id, name, nameEn, availableQuantity, options }) => ({
    id, name, nameEn, left: availableQuantity,
    options: options.filter(({ state }) => state === "NORMAL").map((option) => ({ id: option.id, name: option.name, nameEn: option.nameEn, left: option.availableQuantity })),
  }));
}

async function coupons(words: string): Promise<Choice[]> {
  const { items } = await read("list_coupons_for_admin", { q: words === "" ? undefined : words, state: "NORMAL", limit: FOUND });
  return items.map(({ id, name, nameEn, remainingQuantity }) => ({ id, name, nameEn, left: remainingQuantity, options: [] }));
}
