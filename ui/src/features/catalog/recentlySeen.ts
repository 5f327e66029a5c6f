// The products looked at in this window, latest first; kept here only, never sent to the shop as a history.
import { useLocalStorage } from "@mantine/hooks";
import { useCallback } from "react";

const KEY = "jangteo.recentlySeen";
const KEPT = 20;

export interface RecentlySeen {
  ids: readonly number[];
  remember: (id: number) => void;
  clear: () => void;
}

export function useRecentlySeen(): RecentlySeen {
  const [ids, setIds] = useLocalStorage<number[]>({
    key: KEY,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const remember = useCallback((id: number) => setIds((before) => withSeen(before, id)), [setIds]);
  return { ids, remember, clear: () => setIds([]) };
}

/** Forgets what was looked at, outside a page that shows it. */
export function forgetSeen(): void {
  localStorage.removeItem(KEY);
}

/** `id` moves to the front; the oldest beyond the twenty kept is forgotten. */
function withSeen(before: readonly number[], id: number): number[] {
  return [id, ...before.filter((other) => other !== id)].slice(0, KEPT);
}
