// The states of one run while they arrive, ten times a second. Only what shows them is redrawn, not the page around it.
import { useSyncExternalStore } from "react";
import type { LabProgress } from "@/ipc/generated/operations";

/** As many as a card can show; a run of ten minutes has twenty times as many. */
const MOST_SHOWN = 300;

export interface Series {
  add: (state: LabProgress) => void;
  /** Evenly thinned, oldest first, with the first and the latest; the same array until another state arrives. */
  shown: () => readonly LabProgress[];
  subscribe: (listener: () => void) => () => void;
}

export function makeSeries(states: readonly LabProgress[] = []): Series {
  const all = [...states];
  const listeners = new Set<() => void>();
  let shown = thin(all);
  return {
    add: (state) => {
      all.push(state);
      shown = thin(all);
      for (const listener of listeners) listener();
    },
    shown: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What a series shows now. */
export function useSeries({ subscribe, shown }: Series): readonly LabProgress[] {
  return useSyncExternalStore(subscribe, shown);
}

/** Users are counted up and units down, so that no peak is lost between two states. */
function thin(all: readonly LabProgress[]): readonly LabProgress[] {
  if (all.length <= MOST_SHOWN) return [...all];
  const step = (all.length - 1) / (MOST_SHOWN - 1);
  return Array.from({ length: MOST_SHOWN }, (_, nth) => all[Math.round(nth * step)]).filter((state) => state !== undefined);
}
