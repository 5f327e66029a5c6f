// Where a list begins on its page, for components that draw only a part of it.
import { type RefObject, useLayoutEffect, useState } from "react";

/** Pixels below the top of the page; looked at again whenever `layout` changes. */
export function useOffsetTop(list: RefObject<HTMLElement | null>, layout?: unknown): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (list.current !== null) setTop(list.current.getBoundingClientRect().top + window.scrollY);
  }, [list, layout]);
  return top;
}
