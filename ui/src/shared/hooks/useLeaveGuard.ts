// Asks before a page with unsaved work is left.
import { useEffect, useEffectEvent, useRef } from "react";
import { useBlocker } from "react-router";

/** `ask` resolves to whether to leave. Returns a function after which the next step away is let through. */
export function useLeaveGuard(unsaved: boolean, ask: () => Promise<boolean>): () => void {
  const letThrough = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && !letThrough.current && currentLocation.pathname !== nextLocation.pathname,
  );
  const decide = useEffectEvent(async () => {
    if (blocker.state !== "blocked") return;
    if (await ask()) blocker.proceed();
    else blocker.reset();
  });
  useEffect(() => {
    if (blocker.state === "blocked") void decide();
  }, [blocker.state]);
  return () => {
    letThrough.current = true;
  };
}
