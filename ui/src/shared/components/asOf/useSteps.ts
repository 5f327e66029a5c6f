// Steps from change to change. A step that is asked for before the answer of the one before is there is taken when it is: the
// changes around an instant are known by its answer alone.
import { useCallback, useEffect, useRef } from "react";
import type { AsOf } from "@/ipc/generated/operations";

/** Steps that may wait; a key that is held down asks for more than anyone wants. */
const MOST_WAITING = 3;

export type Around = Pick<AsOf, "previousAt" | "nextAt">;

interface Steps {
  /** -1 to the change before, 1 to the one after. */
  step: (side: -1 | 1) => void;
  /** Forgets the steps that wait. */
  stop: () => void;
}

export function useSteps({ previousAt, nextAt }: Around, waiting: boolean, go: (instant: string) => void): Steps {
  const pending = useRef(0);
  const run = useCallback(() => {
    if (waiting || pending.current === 0) return;
    const side = Math.sign(pending.current);
    const to = side < 0 ? previousAt : nextAt;
    pending.current = to == null ? 0 : pending.current - side;
    if (to != null) go(to);
  }, [previousAt, nextAt, waiting, go]);
  useEffect(run, [run]);
  return {
    step: (side) => {
      pending.current = Math.max(-MOST_WAITING, Math.min(MOST_WAITING, pending.current + side));
      run();
    },
    stop: () => {
      pending.current = 0;
    },
  };
}
