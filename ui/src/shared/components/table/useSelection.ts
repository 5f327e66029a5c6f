// Which rows of a table are picked, by id; or all rows of its filter, also those that are not loaded.
import { useMemo, useState } from "react";

interface Picked {
  ids: ReadonlySet<number>;
  isWhole: boolean;
  /** The row that was pressed last, where a range begins. */
  anchor?: number;
}

export interface Selection extends Readonly<Picked> {
  toggle: (id: number) => void;
  /** Gives all rows between the one pressed last and this one the state of the former. */
  extend: (id: number, order: readonly number[]) => void;
  replace: (ids: readonly number[]) => void;
  /** Picks whatever the filter finds. */
  pickWhole: () => void;
  clear: () => void;
}

const NONE: Picked = { ids: new Set(), isWhole: false };

export function useSelection(): Selection {
  const [picked, setPicked] = useState(NONE);
  // The same functions for ever: a row that did not change is not drawn again.
  const change = useMemo(
    () => ({
      toggle: (id: number) => setPicked((before) => toggled(before, id)),
      extend: (id: number, order: readonly number[]) => setPicked((before) => extended(before, id, order)),
      replace: (next: readonly number[]) => setPicked({ ids: new Set(next), isWhole: false }),
      pickWhole: () => setPicked((before) => ({ ...before, isWhole: true })),
      clear: () => setPicked(NONE),
    }),
    [],
  );
  return useMemo(() => ({ ...picked, ...change }), [picked, change]);
}

function toggled({ ids }: Picked, id: number): Picked {
  const after = new Set(ids);
  if (!after.delete(id)) after.add(id);
  return { ids: after, isWhole: false, anchor: id };
}

function extended(before: Picked, id: number, order: readonly number[]): Picked {
  const from = before.anchor === undefined ? -1 : order.indexOf(before.anchor);
  const to = order.indexOf(id);
  if (before.anchor === undefined || from < 0 || to < 0) return toggled(before, id);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  const after = new Set(before.ids);
  const isPicked = before.ids.has(before.anchor);
  for (const each of range) if (isPicked) after.add(each); else after.delete(each);
  return { ids: after, isWhole: false, anchor: id };
}
