// One table says which cached answers an event makes stale; stock goes straight into the answers (liveStock).
// Mounted once, in the shell of either area.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import i18next from "i18next";
import { useEffect } from "react";
import { subscribe } from "@/ipc/call";
import type { ShopEvent } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";
import { manner } from "@/shared/text/manner";
import { toastSuccess } from "@/shared/toast";
import { applyStock, type StockEvent, stockKey } from "./liveStock";

const STALE_AFTER: Record<Exclude<ShopEvent["type"], "stock" | "restored">, readonly (readonly string[])[]> = {
  product: [keys.products, keys.cart, keys.adminProducts, keys.dashboard],
  importProgress: [],
  backupProgress: [],
  coupon: [keys.coupons, keys.adminCoupons, keys.dashboard],
  myCoupons: [keys.coupons],
  order: [keys.orders, keys.adminOrders, keys.dashboard],
  alert: [keys.alerts, keys.dashboard],
  storage: [keys.shop, keys.alerts, keys.backups],
  points: [keys.points, keys.session],
  cart: [keys.cart],
  missed: [
    keys.shop, keys.products, keys.cart, keys.coupons, keys.orders, keys.points, keys.session,
    keys.adminProducts, keys.adminCoupons, keys.adminOrders, keys.dashboard, keys.alerts,
  ],
};

/** Another shop has taken the place of this one: nothing that was seen of it counts, and nobody is signed in. */
function beginAnew(client: QueryClient): void {
  void client.resetQueries();
  toastSuccess(i18next.t("shell:restored", { context: manner() }));
}

const GATHER_MS = 250;

export function useLiveEvents(): void {
  const client = useQueryClient();
  useEffect(() => listen(client), [client]);
}

/** A rush sends hundreds of events a second; what they say is taken up once each quarter second. */
export function listen(client: QueryClient): () => void {
  const stale = new Set<readonly string[]>();
  const stock = new Map<string, StockEvent>();
  let timer: number | undefined;
  let stop: (() => void) | undefined;
  let left = false;

  const refresh = () => {
    timer = undefined;
    if (stock.size > 0) {
      applyStock(client, stock);
      stale.add(keys.dashboard);
    }
    stock.clear();
    for (const queryKey of stale) void client.invalidateQueries({ queryKey });
    stale.clear();
  };
  const onEvent = (event: ShopEvent) => {
    if (event.type === "restored") return beginAnew(client);
    if (event.type === "stock") stock.set(stockKey(event), event);
    // A newer shop may tell of things that this table does not know yet.
    else for (const key of STALE_AFTER[event.type] ?? []) stale.add(key);
    timer ??= window.setTimeout(refresh, GATHER_MS);
  };

  subscribe(onEvent).then(
    (unsubscribe) => {
      if (left) unsubscribe();
      else stop = unsubscribe;
    },
    // Without events the pages still work; they are only as fresh as their last question.
    () => undefined,
  );
  return () => {
    left = true;
    window.clearTimeout(timer);
    stop?.();
  };
}
