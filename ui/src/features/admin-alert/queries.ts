// What needs attention now, and how far this admin has seen it.
import { useQuery } from "@tanstack/react-query";
import { call } from "@/ipc/call";
import type { Dashboard } from "@/ipc/generated/operations";
import { useOperation } from "@/shared/hooks/useOperation";
import { useLang } from "@/shared/hooks/useLang";
import { keys } from "@/shared/queryKeys";

/** Milliseconds. The shop tells of each change; this is for when its events do not come through. */
const FALLBACK_MS = 60_000;

export function useAlerts() {
  return useQuery({ queryKey: keys.alerts, queryFn: () => call("list_alerts", {}), staleTime: 0, refetchInterval: FALLBACK_MS });
}

/**
 * Puts the names that alerts bear, which are Korean, into the language shown. The figures of the panel's first page tell of the
 * same stocks, in the same order and in both languages; they are asked for in English only, while the list is open.
 */
export function useNameInLanguage(): (name: string) => string {
  const lang = useLang();
  const { data } = useQuery({
    queryKey: [...keys.dashboard, "names"],
    queryFn: () => call("get_dashboard", {}),
    select: englishNames,
    enabled: lang === "en",
    staleTime: 0,
  });
  return (name) => (lang === "en" ? data?.get(name) : undefined) ?? name;
}

/** By the Korean ones; without those that have no English name. */
export function englishNames({ lowStock }: Pick<Dashboard, "lowStock">): ReadonlyMap<string, string> {
  return new Map(lowStock.flatMap(({ productName, productNameEn }) => (productNameEn ? [[productName, productNameEn]] : [])));
}

export function useMarkSeen() {
  // What could not be noted is new once more; nobody needs to be told of that.
  return useOperation("mark_alerts_seen", { forgets: [keys.alerts], onError: () => true });
}
