// Which rows of a table are picked, by id.
import { useMemo, useState } from "react";

export interface Selection {
  ids: ReadonlySet<number>;
  toggle: (id: number) => void;
  replace: (ids: readonly number[]) => void;
  clear: () => void;
}

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set<number>());
  // The same functions for ever: a row that did not change is not drawn again.
  const change = useMemo(
    () => ({
      toggle: (id: number) => setIds((before) => toggled(before, id)),
      replace: (next: readonly number[]) => setIds(new Set(next)),
      clear: () => setIds(new Set()),
    }),
    [],
  );
  return useMemo(() => ({ ids, ...change }), [ids, change]);
}

function toggled(before: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
