// One request to the server and its result: how a request becomes an address and a body, and how an answer, or its
// absence, becomes a result. Cookies are not used.
import { clientError, type ShopError, shopError, toShopError } from "../errors";
import type { Route } from "../generated/operations";
import { ok, type Result } from "../result";
import { answered, unanswered } from "./reach";

/** Milliseconds after which a server that does not answer counts as unreachable. */
const TIMEOUT_MS = 30_000;

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

/** Puts the request's fields into the path, then into the query or the body, as the route has them. */
export function requestOf({ method, path }: Route, request: object): Pick<HttpRequest, "method" | "url" | "body"> {
  const fields = Object.entries(request as Record<string, unknown>);
  const filled = fields.reduce((left, [name, value]) => left.replace(`{${name}}`, () => encodeURIComponent(String(value))), path);
  const rest = fields.filter(([name]) => !path.includes(`{${name}}`));
  // A path that names what is deleted says it all; the fields of any other request are its body.
  const hasBody = method === "DELETE" ? !path.includes("{") && rest.length > 0 : method !== "GET";
  if (hasBody) return { method, url: filled, body: Object.fromEntries(rest) };
  const query = new URLSearchParams(
    rest.flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]])),
  ).toString();
  return { method, url: query === "" ? filled : `${filled}?${query}` };
}

/** Asks and reads the JSON; an answer without a body is `{}`. */
export async function json(request: HttpRequest): Promise<Result<unknown>> {
  const asked = await ask({ signal: AbortSignal.timeout(TIMEOUT_MS), ...request });
  if (asked.kind !== "ok") return asked;
  const response = asked.value;
  if (response.status === 204) return ok({});
  const text = await orOffline(response.text());
  if (text.kind !== "ok") return text;
  const answer = parsed(text.value);
  return answer === undefined ? shopError("INTERNAL_ERROR", {}, `no JSON in the answer with status ${response.status}`) : ok(answer);
}

/** Asks, and hands over the answer before its body is read. */
export async function ask(request: HttpRequest): Promise<Result<Response>> {
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
  if (response.kind !== "ok") return response;
  answered();
  if (response.value.ok) return response;
  const text = await orOffline(response.value.text());
  return text.kind === "ok" ? errorOf(response.value, text.value) : text;
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
async function orOffline<T>(work: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work);
  } catch (thrown) {
    // Given up on purpose: nothing is wrong with the server.
    if (thrown instanceof DOMException && thrown.name === "AbortError") return clientError("ABORTED");
    unanswered();
    return clientError("OFFLINE");
  }
}

/** The header has the time to wait where the body does not. */
function errorOf(response: Response, text: string): ShopError {
  const body = parsed(text);
  const retryAfter = Number(response.headers.get("Retry-After") ?? Number.NaN);
  if (typeof body !== "object" || body === null) return toShopError(new Error(`status ${response.status}`));
  const details: unknown = "details" in body ? body.details : undefined;
  return toShopError(Number.isFinite(retryAfter) ? { ...body, details: { retryAfter, ...(details ?? {}) } } : body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
