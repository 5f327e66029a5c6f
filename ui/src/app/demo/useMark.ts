// Where on the page something is: followed while the page comes, scrolls and changes.
import { useEffect, useState } from "react";

export interface Mark {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** Around it, in pixels. */
const ROOM = 6;
/** What is smaller is for screen readers alone. */
const LEAST = 20;

/** The place in the window of the first element that the selector finds and that is shown; null while there is none. */
export function useMark(selector: string): Mark | null {
  const [mark, setMark] = useState<Mark | null>(null);
  useEffect(() => {
    let frame = 0;
    let scrolled = false;
    const look = () => {
      const shown = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.offsetWidth > LEAST && element.offsetHeight > LEAST);
      if (shown !== undefined && !scrolled) {
        scrolled = true;
        const { top, bottom } = shown.getBoundingClientRect();
        if (top < 0 || bottom > window.innerHeight) shown.scrollIntoView({ block: "nearest" });
      }
      setMark((before) => same(before, shown));
      frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [selector]);
  return mark;
}

function same(before: Mark | null, shown: HTMLElement | undefined): Mark | null {
  if (shown === undefined) return null;
  const { top, left, width, height } = shown.getBoundingClientRect();
  const now = { top: top - ROOM, left: left - ROOM, width: width + 2 * ROOM, height: height + 2 * ROOM };
  const stays = before !== null && (Object.keys(now) as (keyof Mark)[]).every((side) => Math.abs(before[side] - now[side]) < 0.5);
  return stays ? before : now;
}
