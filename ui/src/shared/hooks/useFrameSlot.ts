// Spreads slow rendering over frames: each component waits until scrolling has stopped, then one is rendered a frame, in
// order. Pictures that are decoded while their rows scroll by would slow the scrolling. A component that is unmounted
// before its frame costs nothing.
import { useEffect, useState } from "react";

/** Milliseconds: less than a row takes from coming to going where one looks for something by flinging the list past. */
const REST_MS = 200;

const waiting = new Set<() => void>();
let frame = 0;

/** False until this component's frame has come. */
export function useFrameSlot(): boolean {
  const [come, setCome] = useState(false);
  useEffect(() => {
    const begin = () => setCome(true);
    const rested = setTimeout(() => {
      waiting.add(begin);
      frame ||= requestAnimationFrame(callNext);
    }, REST_MS);
    return () => {
      clearTimeout(rested);
      waiting.delete(begin);
    };
  }, []);
  return come;
}

function callNext(): void {
  const [first] = waiting;
  if (first !== undefined) {
    waiting.delete(first);
    first();
  }
  frame = waiting.size > 0 ? requestAnimationFrame(callNext) : 0;
}
