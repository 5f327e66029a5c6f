// How long somebody who tried too often has to wait, counted down.
import { useEffect, useState } from "react";
import { hasCode } from "@/ipc/errors";

const TICK_MS = 250;

/** Whole seconds until it may be tried again; 0 when it may be now. Begins anew with every refusal. */
export function useWait(error: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = Date.now() + waitOf(error) * 1000;
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) window.clearInterval(timer);
    };
    const timer = window.setInterval(tick, TICK_MS);
    tick();
    return () => window.clearInterval(timer);
  }, [error]);
  return left;
}

/** Seconds that a refusal asks to wait. */
function waitOf(error: unknown): number {
  if (!hasCode(error, "TOO_MANY_REQUESTS")) return 0;
  const { retryAfter } = error.details;
  return typeof retryAfter === "number" && retryAfter > 0 ? retryAfter : 0;
}
