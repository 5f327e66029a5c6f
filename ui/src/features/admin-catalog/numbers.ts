// Which numbers the shop takes; an emptied field holds an empty text and is none.

/** The largest amount of won that the shop accepts. */
export const MOST_WON = 1_000_000_000_000;

/** Whether it is a whole number from `least` to `most`. */
export function isWhole(typed: unknown, least: number, most: number): boolean {
  return typeof typed === "number" && Number.isSafeInteger(typed) && typed >= least && typed <= most;
}
