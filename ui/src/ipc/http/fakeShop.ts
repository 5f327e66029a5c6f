// For tests: a server that hands out tokens as the real one does, in place of `fetch`, and tabs of one browser, which share
// its storage and its locks but not their memory.
import { vi } from "vitest";

export interface Asked {
  method: string;
  url: string;
  headers: Headers;
  body: unknown;
}

/** Answers calls with what they were asked, in the name of the token's owner. */
export class FakeShop {
  readonly asked: Asked[] = [];
  refreshes = 0;
  /** Set to have the network fail. */
  down = false;
  /** Answers to a refresh that are lost on their way, from now on. */
  lost = 0;
  /** Ended by sign-out, or by the reuse of a refresh token. */
  ended = false;
  private turn = 0;
  /** The token that may be used again for as long as its successor was not. */
  private replaced: string | undefined;

  /** The tokens of the next sign-in. */
  pair(expiresIn = 900) {
    return { accessToken: `access-${this.turn}`, tokenType: "Bearer", expiresIn, refreshToken: `refresh-${this.turn}`, user: { id: 7 } };
  }

  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    // As long as a real answer: long enough for others to ask meanwhile.
    await Promise.resolve();
    if (this.down) throw new TypeError("Failed to fetch");
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
    const asked = { method: init.method ?? "GET", url, headers: new Headers(init.headers), body };
    this.asked.push(asked);
    if (url === "/v1/auth/login") return this.handOut();
    if (url === "/v1/auth/refresh") return this.refresh((body as { refreshToken: string }).refreshToken);
    if (url === "/v1/auth/logout") {
      this.ended = true;
      return new Response(null, { status: 204 });
    }
    return this.answer(asked);
  };

  private refresh(token: string): Response {
    this.refreshes += 1;
    if (token !== `refresh-${this.turn}` && token !== this.replaced) this.ended = true;
    if (this.ended) return refused(401, "UNAUTHORIZED");
    this.replaced = token;
    this.turn += 1;
    if (this.lost > 0) {
      this.lost -= 1;
      throw new TypeError("network error");
    }
    return this.handOut();
  }

  private handOut(): Response {
    return Response.json(this.pair());
  }

  private answer({ headers, url, method }: Asked): Response {
    const token = headers.get("Authorization");
    const good = token === `Bearer access-${this.turn}` && !this.ended;
    if (token !== null && !good) return refused(401, "UNAUTHORIZED");
    return Response.json({ url, method, visitor: token === null });
  }
}

export function refused(status: number, code: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code, message: `the words for ${code}` }, { status, headers });
}

/** A lock as browsers have it: one after the other. */
export function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: <T>(_name: string, work: () => Promise<T>): Promise<T> => {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** The database that tabs share, of which idb-keyval shows keys and values. Stands in for the module. */
export function fakeDatabase() {
  const rows = new Map<string, unknown>();
  return {
    get: (key: string) => Promise.resolve(rows.get(key)),
    set: (key: string, value: unknown) => Promise.resolve(void rows.set(key, value)),
    update: (key: string, change: (old: unknown) => unknown) => Promise.resolve(void rows.set(key, change(rows.get(key)))),
  };
}

/** Opens a tab: the transport and its tokens with a memory of their own. */
export async function openTab() {
  vi.resetModules();
  const { httpTransport } = await import("../httpTransport");
  const { unwrap } = await import("../result");
  const tokens = await import("./tokens");
  const call = async (operation: string, request: object = {}) => unwrap(await httpTransport.call(operation, { request, lang: "ko" }));
  return { ...tokens, call };
}
