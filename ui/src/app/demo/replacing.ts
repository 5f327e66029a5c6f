// Whether this page itself has asked for another shop in place of this one: it then says so, and the event does not.

let running = 0;

/** Milliseconds. The event and the answer travel apart; one may come a little after the other. */
const LATE_MS = 2_000;

export function isReplacing(): boolean {
  return running > 0;
}

/** Runs what replaces the shop. */
export async function whileReplacing<T>(replace: () => Promise<T>): Promise<T> {
  running += 1;
  try {
    return await replace();
  } finally {
    window.setTimeout(() => {
      running -= 1;
    }, LATE_MS);
  }
}
