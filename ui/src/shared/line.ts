// The place of the user's order or coupon in the line, while it waits for its turn. The shop tells it by events.
import { useSyncExternalStore } from "react";

export interface Line {
  /** As which it arrived. */
  arrived: number;
  /** How many are before it. */
  before: number;
}

/** The shop tells it twice a second; without news it is over. */
const OVER_MS = 1_500;

let line: Line | undefined;
let timer: number | undefined;
const listeners = new Set<() => void>();

function set(next: Line | undefined): void {
  line = next;
  for (const listener of listeners) listener();
}

export function tellLine({ arrived, before }: Line): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => set(undefined), OVER_MS);
  set({ arrived, before });
}

/** Undefined while nothing waits. */
export function useLine(): Line | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => line,
  );
}
