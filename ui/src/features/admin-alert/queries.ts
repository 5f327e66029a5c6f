// The alerts now, and how far this admin has seen them.
import { useQuery } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { AlertKind, AlertList } from "@/ipc/generated/operations";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";

/** Milliseconds. The shop sends an event for each change; this is for clients without events. */
const FALLBACK_MS = 60_000;

/** What stops the shop, or its jobs, until an admin acts. */
const URGENT: ReadonlySet<AlertKind> = new Set<AlertKind>(["STORAGE", "CLOCK"]);

export function useAlerts() {
  return useQuery({ queryKey: keys.alerts, queryFn: () => read("list_alerts", {}), staleTime: 0, refetchInterval: FALLBACK_MS, select: urgentFirst });
}

/** The others stay in the order of the shop. */
export function urgentFirst(list: AlertList): AlertList {
  const urgent = list.items.filter(({ kind }) => URGENT.has(kind));
  return { ...list, items: [...urgent, ...list.items.filter(({ kind }) => !URGENT.has(kind))] };
}

export function useMarkSeen() {
  // An alert that could not be marked is new once more; that is no error to report.
  return useOperation("mark_alerts_seen", { onError: () => true });
}
