// Tells what takes long from what is over at once.
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
