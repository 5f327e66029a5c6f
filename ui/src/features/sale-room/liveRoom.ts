// An event of the sale room goes straight into the cached room: hundreds of telephones do not ask again for each unit sold.
import type { QueryClient } from "@tanstack/react-query";
import type { SaleRoom, ShopEvent } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";

export type RoomEvent = Extract<ShopEvent, { type: "saleRoom" }>;

/**
 * A room that is not known, or has closed, is asked for. An event has no `now`, and the time of the shop is computed from the
 * room's `now` and the time at which it came (clock.ts): the cache keeps that time.
 */
export function applySaleRoom(client: QueryClient, event: RoomEvent): void {
  const room = client.getQueryData<SaleRoom>(keys.saleRoom);
  if (room === undefined) return;
  if (!room.sale || event.stage === "CLOSED" || room.stage === "CLOSED") return void client.invalidateQueries({ queryKey: keys.saleRoom });
  const { stage, guestCount, remaining } = event;
  const { dataUpdatedAt: updatedAt, fetchStatus } = client.getQueryState(keys.saleRoom) ?? {};
  client.setQueryData<SaleRoom>(keys.saleRoom, { ...room, stage, sale: { ...room.sale, guestCount, remaining } }, { updatedAt });
  // An answer that was on its way may be older than the event, and would take its place.
  if (fetchStatus === "fetching") void client.invalidateQueries({ queryKey: keys.saleRoom });
}
