// Where a table was scrolled to: kept for each visit, so that going back finds the row that was left; another filter begins at the top.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "react-router";

/** Pixels, by the key of the history entry. */
const kept = new Map<string, number>();

/** Returns where to begin, in pixels from the top. */
export function useTableScroll(scroller: RefObject<HTMLElement | null>): number {
  const { key, search } = useLocation();
  const [begin] = useState(() => kept.get(key) ?? 0);
  // Asked for once, as the table goes: while it scrolls the question would cost a layout a step.
  useLayoutEffect(() => {
    const element = scroller.current;
    return () => {
      if (element !== null) kept.set(key, element.scrollTop);
    };
  }, [scroller, key]);

  const shown = useRef(search);
  useEffect(() => {
    if (shown.current === search) return;
    shown.current = search;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, search]);
  return begin;
}
