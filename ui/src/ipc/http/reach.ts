// Whether the server can be reached. While it cannot, it is asked again until it answers; then the pages continue.

type Listener = (reachable: boolean) => void;

/** Milliseconds between two tries: doubled each time, up to the last. */
const FIRST_MS = 1_000;
const LAST_MS = 4_000;

let reachable = true;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<Listener>();

export function isReachable(): boolean {
  return reachable;
}

/** Tells of every change until the returned function is called. */
export function watchReach(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Any answer was received. */
export function answered(): void {
  clearTimeout(timer);
  change(true);
}

/** A question was lost. */
export function unanswered(): void {
  if (!reachable) return;
  change(false);
  tryAfter(FIRST_MS);
}

/** Asks at once instead of waiting for the next try. */
export function tryNow(): void {
  clearTimeout(timer);
  void probe(FIRST_MS);
}

/** Resolves as soon as the server answers, which may be at once. */
export async function whenReachable(): Promise<void> {
  try {
    await fetch("/healthz", { credentials: "omit", cache: "no-store" });
    answered();
  } catch {
    unanswered();
    await new Promise<void>((resolve) => {
      const stop = watchReach((again) => {
        if (!again) return;
        stop();
        resolve();
      });
    });
  }
}

function tryAfter(waitMs: number): void {
  timer = setTimeout(() => void probe(waitMs), waitMs);
}

async function probe(waitedMs: number): Promise<void> {
  try {
    await fetch("/healthz", { credentials: "omit", cache: "no-store" });
    answered();
  } catch {
    clearTimeout(timer);
    tryAfter(Math.min(waitedMs * 2, LAST_MS));
  }
}

function change(to: boolean): void {
  if (reachable === to) return;
  reachable = to;
  for (const listener of [...listeners]) listener(to);
}
