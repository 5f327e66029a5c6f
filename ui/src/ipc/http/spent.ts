// Which refresh token was used last, by whichever tab.
//
// Local storage reaches other tabs with a delay: a tab may hold the lock and still see the token that the tab before it
// has just used. A database's transactions know no delay, so the used token is noted there before the lock is given back.
import { get, set } from "idb-keyval";
import { currentSession, type Session } from "./tokens";

const NAME = "jangteo.spent";

/** Milliseconds that local storage may take at most; it takes some ten. */
const LONGEST_DELAY_MS = 3_000;
const POLL_MS = 20;

/** A token that has been used is worth nothing any more, so that it may be kept here. */
export async function noteSpent(refreshToken: string): Promise<void> {
  await set(NAME, refreshToken);
}

/** The session as the tab before this one has left it. Only to be asked under the lock. */
export async function latestSession(): Promise<Session | undefined> {
  const spent = await get<string>(NAME);
  const until = Date.now() + LONGEST_DELAY_MS;
  let session = currentSession();
  while (session !== undefined && session.refreshToken === spent && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    session = currentSession();
  }
  return session;
}
