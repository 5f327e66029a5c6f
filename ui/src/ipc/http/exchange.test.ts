// Requests become addresses and bodies; whatever comes back, or does not, becomes a result.
import { afterEach, expect, it, vi } from "vitest";
import { json, requestOf } from "./exchange";
import { refused } from "./fakeShop";
import { isReachable } from "./reach";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function answering(response: Response) {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(response));
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

it.each([
  ["a path", { method: "GET", path: "/v1/products/{id}" }, { id: 7 }, "/v1/products/7", undefined],
  ["a query", { method: "GET", path: "/v1/products" }, { q: "사과 & 배", limit: 20, cursor: undefined, sort: null }, "/v1/products?q=%EC%82%AC%EA%B3%BC+%26+%EB%B0%B0&limit=20", undefined],
  ["path and query", { method: "DELETE", path: "/v1/wishes/{productId}" }, { productId: 3 }, "/v1/wishes/3", undefined],
  ["the body of a deletion", { method: "DELETE", path: "/v1/me" }, { password: "p" }, "/v1/me", { password: "p" }],
  ["path and body", { method: "PATCH", path: "/v1/carts/items/{id}" }, { id: 9, quantity: 2 }, "/v1/carts/items/9", { quantity: 2 }],
  ["an empty body", { method: "POST", path: "/v1/coupons/{id}/issue" }, { id: 1 }, "/v1/coupons/1/issue", {}],
  ["nothing that escapes its place", { method: "GET", path: "/v1/orders/{id}" }, { id: "../me?x=$&" }, "/v1/orders/..%2Fme%3Fx%3D%24%26", undefined],
] as const)("puts fields into %s", (_, route, request, url, body) => {
  expect(requestOf(route, request)).toEqual({ method: route.method, url, body });
});

it("sends language, key and token, as JSON, and no cookies", async () => {
  const fetch = answering(Response.json({ id: 1 }));
  await expect(json({ method: "POST", url: "/v1/orders", body: { couponIds: [] }, lang: "en", idempotencyKey: "k", token: "t" })).resolves.toEqual({ kind: "ok", value: { id: 1 } });
  const init = fetch.mock.calls[0]?.[1];
  expect(Object.fromEntries(new Headers(init?.headers))).toEqual({
    accept: "application/json",
    "accept-language": "en",
    authorization: "Bearer t",
    "content-type": "application/json",
    "idempotency-key": "k",
  });
  expect(init).toMatchObject({ body: '{"couponIds":[]}', credentials: "omit" });
});

it("takes an answer without a body for done", async () => {
  answering(new Response(null, { status: 204 }));
  await expect(json({ method: "DELETE", url: "/v1/me/sessions/1" })).resolves.toEqual({ kind: "ok", value: {} });
});

it("keeps code and words of a refusal, and how long to wait", async () => {
  answering(refused(429, "TOO_MANY_REQUESTS", { "Retry-After": "42" }));
  await expect(json({ method: "GET", url: "/v1/carts" })).resolves.toMatchObject({
    kind: "busy",
    code: "TOO_MANY_REQUESTS",
    message: "the words for TOO_MANY_REQUESTS",
    details: { retryAfter: 42 },
  });
});

it.each([
  ["a refusal", 502],
  ["an answer", 200],
])("calls %s that is no JSON unforeseen", async (_, status) => {
  answering(new Response("<html>", { status }));
  await expect(json({ method: "GET", url: "/v1/carts" })).resolves.toMatchObject({ kind: "failed", code: "INTERNAL_ERROR" });
});

it("says that the server cannot be reached, asks again by itself, and notices that it is back", async () => {
  vi.useFakeTimers();
  const fetch = vi.fn(() => Promise.reject<Response>(new TypeError("Failed to fetch")));
  vi.stubGlobal("fetch", fetch);
  await expect(json({ method: "GET", url: "/v1/carts" })).resolves.toMatchObject({ kind: "failed", code: "OFFLINE" });
  expect(isReachable()).toBe(false);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(fetch.mock.calls.length, "the call, and a try after one and after three seconds").toBe(3);
  fetch.mockResolvedValue(new Response());
  await vi.advanceTimersByTimeAsync(4_000);
  expect(isReachable()).toBe(true);
});
