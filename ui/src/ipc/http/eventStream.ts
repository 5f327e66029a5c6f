// Live events over HTTP: one stream while a user is signed in and the tab can be seen, opened again when it breaks. The browser's
// own EventSource cannot send a bearer token.
//
// A hidden tab has none, because a browser keeps six connections to a server at most, for all its tabs together.
// A "missed" event makes the pages ask again for everything after a time without a stream.
import { createParser } from "eventsource-parser";
import type { ShopEvent } from "../generated/operations";
import { type Result, settle } from "../result";
import { ask } from "./exchange";
import { isReachable, watchReach } from "./reach";
import { withSession } from "./session";
import { isSignedIn, watchUser } from "./tokens";

/** Milliseconds without a word, not even a heartbeat (every 15 s), after which the stream counts as broken. */
const SILENCE_MS = 40_000;
/** Milliseconds before opening again: doubled with each failure up to the last, and spread by chance. */
const FIRST_MS = 500;
const LAST_MS = 30_000;

/** Milliseconds after which the first stream comes late: what was changed meanwhile, through this page too, was not told. */
const LATE_MS = 1_000;

/** Passes events on until the returned function is called. */
export function followEvents(onEvent: (event: ShopEvent) => void): () => void {
  let leaving = new AbortController();
  let hadStream = false;
  let startedAt = 0;

  const onOpen = () => {
    if (hadStream || Date.now() - startedAt > LATE_MS) onEvent({ type: "missed" });
    hadStream = true;
  };
  const restart = () => {
    leaving.abort();
    leaving = new AbortController();
    startedAt = Date.now();
    if (isSignedIn() && !document.hidden) void keepOpen(leaving.signal, onOpen, onEvent);
  };
  const stopWatching = watchUser(restart);
  document.addEventListener("visibilitychange", restart);
  restart();
  return () => {
    stopWatching();
    document.removeEventListener("visibilitychange", restart);
    leaving.abort();
  };
}

async function keepOpen(leaving: AbortSignal, onOpen: () => void, onEvent: (event: ShopEvent) => void): Promise<void> {
  let failures = 0;
  const opened = () => {
    failures = 0;
    onOpen();
  };
  while (!leaving.aborted) {
    const ended = await readEvents(leaving, opened, onEvent);
    // The session is over; the next user has a stream of their own.
    if (leaving.aborted || (ended.kind !== "ok" && ended.code === "UNAUTHORIZED")) return;
    failures += 1;
    const longest = Math.min(FIRST_MS * 2 ** failures, LAST_MS);
    await pause(longest * (0.5 + Math.random() / 2), leaving);
  }
}

/** Reads one stream to its end, or until it breaks off. */
async function readEvents(leaving: AbortSignal, onOpen: () => void, onEvent: (event: ShopEvent) => void): Promise<Result<void>> {
  const broken = new AbortController();
  const giveUp = () => broken.abort();
  leaving.addEventListener("abort", giveUp, { once: true });
  let silence = setTimeout(giveUp, SILENCE_MS);
  try {
    const answer = await withSession((token) => ask({ method: "GET", url: "/v1/events", token, signal: broken.signal }));
    if (answer.kind !== "ok") return answer;
    onOpen();
    const parser = createParser({ onEvent: ({ data }) => onEvent(JSON.parse(data) as ShopEvent) });
    return await settle(
      eachPiece(answer.value, (piece) => {
        clearTimeout(silence);
        silence = setTimeout(giveUp, SILENCE_MS);
        if (!leaving.aborted) parser.feed(piece);
      }),
    );
  } finally {
    clearTimeout(silence);
    leaving.removeEventListener("abort", giveUp);
  }
}

/** Resolves when the answer is over; rejects when it breaks off. */
async function eachPiece(response: Response, take: (piece: string) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    take(value);
  }
}

/** Waits, but no longer than until the server is there again, or the listener leaves. */
function pause(ms: number, leaving: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      stopWatching();
      leaving.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    const stopWatching = watchReach(() => isReachable() && over());
    leaving.addEventListener("abort", over);
  });
}
