// The seconds to wait after too many attempts, counted down.
import { useEffect, useState } from "react";
import type { ShopError } from "@/ipc/errors";

const TICK_MS = 250;

/** Whole seconds until it may be tried again; 0 when it may be now. Starts again with every refusal. */
export function useWait(error: ShopError | null): number {
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
function waitOf(error: ShopError | null): number {
  return error?.code === "TOO_MANY_REQUESTS" ? Math.max(0, error.details.retryAfter) : 0;
}
