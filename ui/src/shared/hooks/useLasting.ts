// Whether a state has lasted for some time, so that short ones show nothing.
import { useEffect, useState } from "react";

/** Whether `running` has been true for so many milliseconds. */
export function useLasting(running: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!running) return;
    const timer = window.setTimeout(() => setLasting(true), ms);
    return () => {
      window.clearTimeout(timer);
      setLasting(false);
    };
  }, [running, ms]);
  return lasting;
}
