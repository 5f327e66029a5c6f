// Live events are there for a signed-in user, come back after a break, and end with the session.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ShopEvent } from "../generated/operations";
import { followEvents } from "./eventStream";
import { forget, keep } from "./tokens";

const streams: { send: (text: string) => void; end: () => void; signal: AbortSignal }[] = [];
let stop: (() => void) | undefined;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  localStorage.clear();
  streams.length = 0;
  vi.stubGlobal("fetch", (_url: string, { signal }: { signal: AbortSignal }) => {
    const encoder = new TextEncoder();
    let controller: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
    signal.addEventListener("abort", () => controller.error(new DOMException("", "AbortError")));
    streams.push({ send: (text) => controller.enqueue(encoder.encode(text)), end: () => controller.close(), signal });
    return Promise.resolve(new Response(body));
  });
});

afterEach(() => {
  stop?.();
  forget({ asked: true });
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function signIn(id = 7) {
  keep({ accessToken: "a", refreshToken: "r", tokenType: "Bearer", expiresIn: 900, user: { id } } as never);
}

function follow(): ShopEvent[] {
  const events: ShopEvent[] = [];
  stop = followEvents((event) => events.push(event));
  return events;
}

it("opens nothing for a visitor, and a stream once a user signs in", async () => {
  const events = follow();
  expect(streams).toHaveLength(0);
  signIn();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  streams[0]?.send('event: cart\ndata: {"type":"cart"}\n\n');
  await vi.waitFor(() => expect(events).toEqual([{ type: "cart" }]));
});

it("comes back after a break and says that some may have been missed", async () => {
  signIn();
  const events = follow();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  await vi.advanceTimersByTimeAsync(10);
  streams[0]?.end();
  await vi.advanceTimersByTimeAsync(1_100);
  await vi.waitFor(() => expect(streams).toHaveLength(2));
  await vi.waitFor(() => expect(events).toEqual([{ type: "missed" }]));
});

it("reads events however the stream was cut, past comments and in Hangul", async () => {
  signIn();
  const events = follow();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  for (const piece of [...': heartbeat\n\nevent: alert\r\ndata: {"type":"alert",\r\ndata: "name":"한글 : colon"}\r\n\r\n']) streams[0]?.send(piece);
  await vi.waitFor(() => expect(events).toEqual([{ type: "alert", name: "한글 : colon" }]));
});

it("says that some may have been missed where the first stream comes late", async () => {
  const now = vi.spyOn(Date, "now");
  signIn();
  now.mockReturnValueOnce(0);
  const events = follow();
  await vi.waitFor(() => expect(events).toEqual([{ type: "missed" }]));
  now.mockRestore();
});

it("gives up a stream that has gone silent", async () => {
  signIn();
  follow();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  await vi.advanceTimersByTimeAsync(41_000);
  expect(streams[0]?.signal.aborted).toBe(true);
});

it("ends with the session, and with the page", async () => {
  signIn();
  follow();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  forget({ asked: true });
  expect(streams[0]?.signal.aborted).toBe(true);
  signIn(8);
  await vi.waitFor(() => expect(streams).toHaveLength(2));
  stop?.();
  expect(streams[1]?.signal.aborted).toBe(true);
});
