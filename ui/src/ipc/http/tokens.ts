// The tokens of this browser's signed-in user, one pair for all its tabs.
//
// Both lie in this origin's local storage. An access token kept in memory would protect nothing beside the refresh token
// that gets new ones, and every reload would have to rotate that: a page left before the answer came would have lost
// its session. Scripts of other origins never run here (see the server's content security policy), and no cookie is
// sent by the browser of its own accord. Tokens are never logged.
import type { TokenPair } from "../generated/operations";

const STORED = "jangteo.session";

/** Milliseconds before its end from which an access token is no longer used: the way to the server takes time. */
const MARGIN_MS = 20_000;

export interface Session {
  userId: number;
  accessToken: string;
  /** Milliseconds since 1970, by this computer's clock. */
  accessUntil: number;
  refreshToken: string;
}

/** `asked` for a sign-in or sign-out in this tab, whose caller handles it. */
type UserListener = (asked: boolean) => void;

const listeners = new Set<UserListener>();
let knownUserId = currentSession()?.userId;

/** What another tab has stored meanwhile counts at once. */
export function currentSession(): Session | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? "null");
    return isSession(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

export function isSignedIn(): boolean {
  return currentSession() !== undefined;
}

/** Stores a new pair. */
export function keep({ user, accessToken, expiresIn, refreshToken }: TokenPair): void {
  const accessUntil = Date.now() + expiresIn * 1000 - MARGIN_MS;
  const session: Session = { userId: user.id, accessToken, accessUntil, refreshToken };
  localStorage.setItem(STORED, JSON.stringify(session));
  notice(user.id, true);
}

/** Ends the session: `asked` for, or by itself. */
export function forget({ asked }: { asked: boolean }): void {
  localStorage.removeItem(STORED);
  notice(undefined, asked);
}

/** Tells of every change of the signed-in user, here or through another tab. */
export function watchUser(listener: UserListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// The browser sends the event to every other tab; its key is null when all was cleared.
window.addEventListener("storage", ({ key }) => {
  if (key === STORED || key === null) notice(currentSession()?.userId, false);
});

function notice(userId: number | undefined, asked: boolean): void {
  if (userId === knownUserId) return;
  knownUserId = userId;
  for (const listener of [...listeners]) listener(asked);
}

function isSession(value: unknown): value is Session {
  if (typeof value !== "object" || value === null) return false;
  const { userId, accessToken, accessUntil, refreshToken } = value as Partial<Record<keyof Session, unknown>>;
  return typeof userId === "number" && typeof accessUntil === "number" && typeof accessToken === "string" && typeof refreshToken === "string";
}
