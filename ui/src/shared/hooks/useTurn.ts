// What takes long to draw comes one a frame, in the order it was asked for: pictures that are decoded as their rows pass
// would otherwise hold up the scrolling. Who is gone before his turn costs nothing.
import { useEffect, useState } from "react";

const waiting = new Set<() => void>();
let frame = 0;

/** False until it is this component's turn. */
export function useTurn(): boolean {
  const [come, setCome] = useState(false);
  useEffect(() => {
    const begin = () => setCome(true);
    waiting.add(begin);
    frame ||= requestAnimationFrame(callNext);
    return () => void waiting.delete(begin);
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
