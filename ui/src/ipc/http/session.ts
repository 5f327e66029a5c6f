// Signing in and out over HTTP, and calls in the name of whoever is signed in.
//
// A refresh token is good for one use, and using it again later ends the session, because it looks like theft. Hence one
// refresh at a time, in all tabs together, and each looks again at what is stored before it begins (see spent.ts). An
// answer may be lost on its way, though: for ten seconds the shop gives another one for the same token.
import { hasCode } from "../errors";
import type { Done, TokenPair, User } from "../generated/operations";
import { json } from "./exchange";
import { alone } from "./lock";
import { latestSession, noteSpent } from "./spent";
import { currentSession, forget, keep, type Session } from "./tokens";

/** Milliseconds for a refresh. Two tries end within the shop's ten seconds, and within the lease of the lock (lock.ts). */
const REFRESH_MS = 4_000;

let renewing: Promise<void> | undefined;

export async function signIn(request: object, lang: string): Promise<User> {
  const pair = (await json({ method: "POST", url: "/v1/auth/login", body: request, lang })) as TokenPair;
  keep(pair);
  return pair.user;
}

/** Forgets the tokens even when the server could not be told; they would be used by nobody any more. */
export async function signOut(lang: string): Promise<Done> {
  const session = currentSession();
  let told = session === undefined;
  try {
    if (session !== undefined) await json({ method: "POST", url: "/v1/auth/logout", body: { refreshToken: session.refreshToken }, lang });
    told = true;
  } finally {
    forget({ asked: told });
  }
  return {};
}

/**
 * Asks with a token that is good, or without one for a visitor. A refused token is renewed once; when that is refused
 * as well, the session is over and the question is asked once more as a visitor, whom some answers are open to.
 */
export async function asPerson<T>(ask: (token: string | undefined) => Promise<T>): Promise<T> {
  const session = currentSession();
  if (session === undefined) return ask(undefined);
  const fresh = session.accessUntil > Date.now();
  const token = fresh ? session.accessToken : await renewed(session);
  try {
    return await ask(token);
  } catch (error) {
    if (!fresh || !hasCode(error, "UNAUTHORIZED")) throw error;
    return ask(await renewed(session));
  }
}

/** The access token that follows that of `spent`; undefined when the session has ended, or is another person's now. */
async function renewed(spent: Session): Promise<string | undefined> {
  renewing ??= alone(() => rotate(spent)).finally(() => {
    renewing = undefined;
  });
  await renewing;
  const session = currentSession();
  return session?.userId === spent.userId ? session.accessToken : undefined;
}

async function rotate(spent: Session): Promise<void> {
  const session = await latestSession();
  // While this tab waited for its turn, another one has renewed it, or signed in or out.
  if (session === undefined || session.accessToken !== spent.accessToken) return;
  const unchanged = () => currentSession()?.refreshToken === session.refreshToken;
  try {
    const pair = await refreshed(session.refreshToken);
    await noteSpent(session.refreshToken);
    // Whoever has signed in or out meanwhile must not be overwritten.
    if (unchanged()) keep(pair as TokenPair);
  } catch (error) {
    if (!hasCode(error, "UNAUTHORIZED")) throw error;
    if (unchanged()) forget({ asked: false });
  }
}

/** Asks once more where the answer was lost: whether the shop had given one is not known here. */
async function refreshed(refreshToken: string): Promise<unknown> {
  const ask = () => json({ method: "POST", url: "/v1/auth/refresh", body: { refreshToken }, signal: AbortSignal.timeout(REFRESH_MS) });
  try {
    return await ask();
  } catch (error) {
    if (!hasCode(error, "OFFLINE")) throw error;
    return ask();
  }
}
