// Where a table was scrolled to: kept for each visit, so that going back finds the row that was left; another filter begins at the top.
import { type RefObject, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";

/** Pixels, by the key of the history entry. */
const kept = new Map<string, number>();

/** Returns where to begin, in pixels from the top. */
export function useTableScroll(scroller: RefObject<HTMLElement | null>): number {
  const { key, search } = useLocation();
  const [begin] = useState(() => kept.get(key) ?? 0);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const keep = () => void kept.set(key, element.scrollTop);
    element.addEventListener("scroll", keep, { passive: true });
    return () => element.removeEventListener("scroll", keep);
  }, [scroller, key]);

  const shown = useRef(search);
  useEffect(() => {
    if (shown.current === search) return;
    shown.current = search;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, search]);
  return begin;
}
