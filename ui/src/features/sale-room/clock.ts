// The stage of a room moves on with time. The clock of a telephone may be wrong, so the time of the shop counts.
import { useEffect, useState, useSyncExternalStore } from "react";
import type { SaleRoom } from "@/ipc/generated/operations";

const TICK_MS = 200;

/** The time of the shop in milliseconds, renewed five times a second; `askedAt` is the time here at which `room` came. */
export function useShopTime(room: Pick<SaleRoom, "now">, askedAt: number): number {
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => eachTick(() => setHere(Date.now())), []);
  return shopTime(room, askedAt, here);
}

/** The present stage. What uses it is redrawn only when the stage changes. */
export function useStage(room: SaleRoom, askedAt: number): ShownStage {
  return useSyncExternalStore(eachTick, () => stageAt(room, shopTime(room, askedAt, Date.now())));
}

function eachTick(tell: () => void): () => void {
  const timer = window.setInterval(tell, TICK_MS);
  return () => window.clearInterval(timer);
}

function shopTime(room: Pick<SaleRoom, "now">, askedAt: number, here: number): number {
  return Math.max(here, askedAt) + Date.parse(room.now) - askedAt;
}

export type ShownStage = SaleRoom["stage"];

/** The stage at a time of the shop: the start and the end are not told by events. */
export function stageAt({ stage, sale }: SaleRoom, now: number): ShownStage {
  if (!sale || stage === "CLOSED" || stage === "ENDED") return stage;
  if (now >= Date.parse(sale.endsAt)) return "ENDED";
  return now >= Date.parse(sale.startsAt) ? "SELLING" : "WAITING";
}

/** "1:05" until an instant; "0:00" when it is over. */
export function timeLeft(until: string, now: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
