// One question to the server and its answer: how a request becomes an address and a body, and how what comes back, or
// does not, becomes an answer or a ShopError. Cookies play no part in it.
import { ShopError, toShopError } from "../errors";
import type { Route } from "../generated/operations";
import { answered, unanswered } from "./reach";

/** Milliseconds after which a server that says nothing counts as out of reach. */
const PATIENCE_MS = 30_000;

export interface HttpRequest {
  method: Route["method"];
  /** Path and query, on the server that the page came from. */
  url: string;
  /** Sent as JSON; absent where the method has no body. */
  body?: object;
  lang?: string;
  idempotencyKey?: string;
  /** Access token; a visitor has none. */
  token?: string;
  /** Gives up when it fires. An endless answer has only this, every other one a time limit too. */
  signal?: AbortSignal;
}

/** Puts the request's fields where the route wants them: in the path, then in the query or the body. */
export function requestOf({ method, path }: Route, request: object): Pick<HttpRequest, "method" | "url" | "body"> {
  const fields = Object.entries(request as Record<string, unknown>);
  const filled = fields.reduce((left, [name, value]) => left.replace(`{${name}}`, () => encodeURIComponent(String(value))), path);
  const rest = fields.filter(([name]) => !path.includes(`{${name}}`));
  if (method !== "GET" && method !== "DELETE") return { method, url: filled, body: Object.fromEntries(rest) };
  const query = new URLSearchParams(
    rest.flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]])),
  ).toString();
  return { method, url: query === "" ? filled : `${filled}?${query}` };
}

/** Asks and reads the JSON; an answer without a body is `{}`. Rejects with a ShopError only. */
export async function json(request: HttpRequest): Promise<unknown> {
  const response = await ask({ signal: AbortSignal.timeout(PATIENCE_MS), ...request });
  if (response.status === 204) return {};
  const text = await orOffline(response.text());
  const answer = parsed(text);
  if (answer === undefined) throw new ShopError("INTERNAL_ERROR", `no JSON in the answer with status ${response.status}`);
  return answer;
}

/** Asks, and hands over the answer before its body is read. Rejects with a ShopError only, also for a refusal. */
export async function ask(request: HttpRequest): Promise<Response> {
  const { method, url, body, signal } = request;
  const response = await orOffline(
    fetch(url, {
      method,
      headers: headersOf(request),
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      credentials: "omit",
      cache: "no-store",
    }),
  );
  answered();
  if (!response.ok) throw refusal(response, await orOffline(response.text()));
  return response;
}

function headersOf({ body, lang, idempotencyKey, token }: HttpRequest): Headers {
  const headers = new Headers({ Accept: "application/json" });
  if (body !== undefined) headers.set("Content-Type", "application/json");
  if (lang !== undefined) headers.set("Accept-Language", lang);
  if (idempotencyKey !== undefined) headers.set("Idempotency-Key", idempotencyKey);
  if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
  return headers;
}

/** The network's own failures carry no code; they mean that the server was not reached, or was lost on the way. */
async function orOffline<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    // Given up on purpose: nothing is wrong with the server.
    if (thrown instanceof DOMException && thrown.name === "AbortError") throw new ShopError("ABORTED", "");
    unanswered();
    throw new ShopError("OFFLINE", "");
  }
}

/** A refusal tells how long to wait in its header; the UI finds it among the details, in seconds, as for every error. */
function refusal(response: Response, text: string): ShopError {
  const error = toShopError(parsed(text) ?? new Error(`status ${response.status}`));
  const retryAfter = Number(response.headers.get("Retry-After") ?? Number.NaN);
  if (!Number.isFinite(retryAfter)) return error;
  return new ShopError(error.code, error.message, { retryAfter, ...error.details });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
