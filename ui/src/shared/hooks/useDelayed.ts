// Delays skeletons: an answer within 100 ms needs none, and showing one would only flicker.
import { useEffect, useState } from "react";

/** False at first, true once `delayMs` milliseconds have passed. */
export function useDelayed(delayMs = 100): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setPassed(true), delayMs);
    return () => window.clearTimeout(timer);
  }, [delayMs]);
  return passed;
}
