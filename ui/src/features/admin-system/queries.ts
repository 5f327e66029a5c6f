// Queries of the running program: metrics, invariants, the audit log, the outbox, settings.
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { read } from "@/ipc/call";
import type { AuditTarget, Metrics, OutboxState, Verdict } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";

/** Milliseconds between two readings of the metrics, which have no events. */
export const POLL_MS = 2_000;
/** Readings that are kept: two minutes. */
export const KEPT = 61;

const PAGE = 50;

/** The last readings of the figures, oldest first. Nothing is asked while the page is out of sight. */
export function useMetrics() {
  const client = useQueryClient();
  return useQuery({
    queryKey: keys.metrics,
    queryFn: async () => {
      const latest = await read("get_metrics", {});
      const before = client.getQueryData<Metrics[]>(keys.metrics) ?? [];
      return [...before, latest].slice(-KEPT);
    },
    staleTime: 0,
    gcTime: 0,
    refetchInterval: POLL_MS,
    structuralSharing: false,
  });
}

/** Milliseconds between two checks of the books at least; large books are checked the more rarely the longer it takes. */
const CHECK_MS = 5_000;
/** A check may take this share of the time. */
const CHECK_SHARE = 20;

/** Whether the books are right; asked again and again while `following`. */
export function useVerdict(following: boolean) {
  return useQuery({
    queryKey: keys.verdict,
    queryFn: () => read("verify_books", {}),
    staleTime: 0,
    refetchInterval: ({ state }) => following && pauseAfter(state.data),
  });
}

/** Milliseconds until the books may be checked again. */
export function pauseAfter(verdict: Verdict | undefined): number {
  const micros = verdict?.identities.reduce((sum, each) => sum + each.micros, 0) ?? 0;
  return Math.max(CHECK_MS, (micros / 1_000) * CHECK_SHARE);
}

export function useOutbox(state: OutboxState | undefined) {
  return useInfiniteQuery({
    queryKey: [...keys.outbox, state ?? "all"],
    queryFn: ({ pageParam }) => read("list_outbox", { state, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
}

export interface AuditFilter {
  action?: string;
  targetType?: AuditTarget;
  targetId?: number;
  actorId?: number;
  /** First and last day, both counted in. */
  from?: string;
  to?: string;
}

export function useAuditLog(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: [...keys.auditLog, filter],
    queryFn: ({ pageParam }) => read("list_audit_log", { ...filter, cursor: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
}

export function useSettings() {
  return useQuery({ queryKey: keys.settings, queryFn: () => read("get_settings", {}), staleTime: 0 });
}
