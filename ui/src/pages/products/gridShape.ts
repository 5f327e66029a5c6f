// How high the grid was when a visit to it ended. Going back to that entry of the history restores the scroll
// position before anything can be measured again, so the grid must have its height from the first paint on.
import type { VirtualItem } from "@tanstack/react-virtual";

export interface GridShape {
  /** Pixels. */
  width: number;
  rows: VirtualItem[];
}

/** The number of visits to remember; a window can stay open for days. */
const KEPT = 20;

const shapes = new Map<string, GridShape>();

/** The shape at the end of this visit, named by its history entry; undefined on a first visit. */
export function keptShape(visit: string): GridShape | undefined {
  return shapes.get(visit);
}

export function keepShape(visit: string, shape: GridShape): void {
  shapes.delete(visit);
  shapes.set(visit, shape);
  const oldest = shapes.keys().next().value;
  if (shapes.size > KEPT && oldest !== undefined) shapes.delete(oldest);
}
