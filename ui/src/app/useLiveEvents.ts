// One table says which cached answers an event makes stale; stock goes straight into the answers (liveStock). What an operation
// makes stale beyond that stands in shared/cache/stale.ts.
// Mounted once, in the shell of either area.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import i18next from "i18next";
import { useEffect } from "react";
import { subscribe } from "@/ipc/call";
import type { ShopEvent } from "@/ipc/generated/operations";
import { markStale } from "@/shared/cache/stale";
import type { QueryTag } from "@/shared/queryKeys";
import { audience } from "@/shared/text/audience";
import { toastSuccess } from "@/shared/toast";
import { applySaleRoom } from "@/features/sale-room/liveRoom";
import { tellLine } from "@/shared/line";
import { isReplacing } from "./demo/replacing";
import { applyStock, type StockEvent, stockKey } from "./liveStock";

const STALE_AFTER: Record<Exclude<ShopEvent["type"], "stock" | "restored" | "replaced" | "line">, readonly QueryTag[]> = {
  product: ["products", "cart", "adminProducts", "dashboard"],
  importProgress: [],
  backupProgress: [],
  coupon: ["coupons", "adminCoupons", "dashboard"],
  myCoupons: ["coupons"],
  // Until when goods can be returned is known when they have arrived.
  order: ["orders", "returns", "adminOrders", "adminPayments", "dashboard"],
  alert: ["alerts", "dashboard"],
  storage: ["shop", "alerts", "backups"],
  points: ["points", "session"],
  charge: ["charges", "adminCharges", "dashboard"],
  return: ["returns", "adminReturns", "adminOrders", "dashboard"],
  cart: ["cart"],
  restock: ["wishes"],
  saleRoom: ["adminSaleRoom"],
  missed: [
    "shop", "products", "cart", "coupons", "orders", "returns", "points", "charges", "session",
    "adminProducts", "adminCoupons", "adminOrders", "adminReturns", "adminCharges", "adminPayments", "dashboard", "alerts", "saleRoom", "adminSaleRoom",
  ],
};

/** The shop was restored from a backup: nothing that was cached counts, and all sessions have ended. */
function resetAfterRestore(client: QueryClient): void {
  void client.resetQueries();
  toastSuccess(i18next.t("shell:restored", { context: audience() }));
}

/** Another shop has taken the place of this one. The page that asked for it says so itself. */
function resetAfterReplacement(client: QueryClient): void {
  if (isReplacing()) return;
  void client.resetQueries();
  toastSuccess(i18next.t("shell:replaced", { context: audience() }));
}

const GATHER_MS = 250;

export function useLiveEvents(): void {
  const client = useQueryClient();
  useEffect(() => listen(client), [client]);
}

/** Hundreds of events a second may come; what they make stale is asked for once each quarter second. */
export function listen(client: QueryClient): () => void {
  const stale = new Set<QueryTag>();
  const stock = new Map<string, StockEvent>();
  let timer: number | undefined;
  let stop: (() => void) | undefined;
  let left = false;

  const refresh = () => {
    timer = undefined;
    if (stock.size > 0) {
      applyStock(client, stock);
      stale.add("dashboard");
    }
    stock.clear();
    markStale(client, stale);
    stale.clear();
  };
  const onEvent = (event: ShopEvent) => {
    if (event.type === "restored") return resetAfterRestore(client);
    if (event.type === "replaced") return resetAfterReplacement(client);
    if (event.type === "line") return tellLine(event);
    if (event.type === "saleRoom") applySaleRoom(client, event);
    if (event.type === "stock") stock.set(stockKey(event), event);
    // A newer shop may tell of things that this table does not know yet.
    else for (const tag of STALE_AFTER[event.type] ?? []) stale.add(tag);
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
