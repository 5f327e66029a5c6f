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
  return useMemo(
    () => ({
      ids,
      toggle: (id) => setIds((before) => toggled(before, id)),
      replace: (next) => setIds(new Set(next)),
      clear: () => setIds(new Set()),
    }),
    [ids],
  );
}

function toggled(before: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
