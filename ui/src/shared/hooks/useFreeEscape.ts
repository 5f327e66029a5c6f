// Esc closes what lies on top, and only that.
import { useEffect, useState } from "react";

/** Whether Esc may close what lies below: not while something covers it, nor by the very press that took that away. */
export function useFreeEscape(covered: boolean): boolean {
  const [free, setFree] = useState(!covered);
  useEffect(() => {
    // The press reaches every listener before the timer does.
    const timer = window.setTimeout(() => setFree(!covered));
    return () => window.clearTimeout(timer);
  }, [covered]);
  return free && !covered;
}
