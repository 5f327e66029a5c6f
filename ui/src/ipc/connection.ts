// Changes that no call of the pages causes: the signed-in user, and whether the shop can be reached at
// all. In the window neither does; there these listeners are never called.
import { tryNow, isReachable, watchReach, whenReachable } from "./http/reach";
import { watchUser } from "./http/tokens";

export { isReachable, tryNow as reachAgain, watchReach, whenReachable };

/** Tells when the session has ended by itself, or another tab has signed in or out. */
export function watchOtherUser(onChange: () => void): () => void {
  return watchUser((asked) => {
    if (!asked) onChange();
  });
}
