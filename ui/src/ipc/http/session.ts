// Signing in and out over HTTP, and calls of the signed-in user.
//
// A refresh token is good for one use, and using it again later ends the session, because it looks like theft. Hence one
// refresh at a time, in all tabs together, and each looks again at what is stored before it begins (see spent.ts). An
// answer may be lost on its way, though: for ten seconds the shop gives another one for the same token.
import type { Done, TokenPair, User } from "../generated/operations";
import { ok, type Result, settle } from "../result";
import { json } from "./exchange";
import { withLock } from "./lock";
import { latestSession, noteSpent } from "./spent";
import { currentSession, forget, keep, type Session } from "./tokens";

/** Milliseconds for a refresh. Two tries end within the shop's ten seconds, and within the lease of the lock (lock.ts). */
const REFRESH_MS = 4_000;

let renewing: Promise<Result<Result<void>>> | undefined;

export async function signIn(request: object, lang: string, url = "/v1/auth/login"): Promise<Result<User>> {
  const answer = await tokens(json({ method: "POST", url, body: request, lang }));
  if (answer.kind !== "ok") return answer;
  keep(answer.value);
  return ok(answer.value.user);
}

/** Deletes the tokens also when the server could not be reached: they are not needed any more. */
export async function signOut(lang: string): Promise<Result<Done>> {
  const session = currentSession();
  if (session === undefined) {
    forget({ asked: true });
    return ok({});
  }
  const told = await json({ method: "POST", url: "/v1/auth/logout", body: { refreshToken: session.refreshToken }, lang });
  forget({ asked: told.kind === "ok" });
  return told.kind === "ok" ? ok({}) : told;
}

/**
 * Asks with a token that is good, or without one for a visitor. A refused token is renewed once; when that is refused
 * as well, the session is over and the question is asked once more as a visitor, whom some answers are open to.
 */
export async function withSession<T>(ask: (token: string | undefined) => Promise<Result<T>>): Promise<Result<T>> {
  const session = currentSession();
  if (session === undefined) return ask(undefined);
  if (session.accessUntil > Date.now()) {
    const answer = await ask(session.accessToken);
    if (answer.kind === "ok" || answer.code !== "UNAUTHORIZED") return answer;
  }
  const token = await renewed(session);
  return token.kind === "ok" ? ask(token.value) : token;
}

/** The access token that follows that of `spent`; undefined when the session has ended, or is another user's now. */
async function renewed(spent: Session): Promise<Result<string | undefined>> {
  renewing ??= settle(withLock(() => rotate(spent))).finally(() => {
    renewing = undefined;
  });
  const turn = await renewing;
  const rotated = turn.kind === "ok" ? turn.value : turn;
  if (rotated.kind !== "ok") return rotated;
  const session = currentSession();
  return ok(session?.userId === spent.userId ? session.accessToken : undefined);
}

async function rotate(spent: Session): Promise<Result<void>> {
  const session = await latestSession();
  // While this tab waited for the lock, another one has renewed it, or signed in or out.
  if (session === undefined || session.accessToken !== spent.accessToken) return ok(undefined);
  const unchanged = () => currentSession()?.refreshToken === session.refreshToken;
  const pair = await refreshed(session.refreshToken);
  if (pair.kind === "ok") {
    await noteSpent(session.refreshToken);
    // A sign-in or sign-out meanwhile must not be overwritten.
    if (unchanged()) keep(pair.value);
    return ok(undefined);
  }
  if (pair.code !== "UNAUTHORIZED") return pair;
  if (unchanged()) forget({ asked: false });
  return ok(undefined);
}

/** Asks once more where the answer was lost: whether the shop had given one is not known here. */
async function refreshed(refreshToken: string): Promise<Result<TokenPair>> {
  const ask = () => tokens(json({ method: "POST", url: "/v1/auth/refresh", body: { refreshToken }, signal: AbortSignal.timeout(REFRESH_MS) }));
  const answer = await ask();
  return answer.kind !== "ok" && answer.code === "OFFLINE" ? ask() : answer;
}

async function tokens(answer: Promise<Result<unknown>>): Promise<Result<TokenPair>> {
  return (await answer) as Result<TokenPair>;
}
