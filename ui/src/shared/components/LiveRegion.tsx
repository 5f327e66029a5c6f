// A polite live region for what changes without a toast: cart counts, live stock, result counts.
import { VisuallyHidden } from "@mantine/core";
import { useSyncExternalStore } from "react";

let spoken = "";
const listeners = new Set<() => void>();

/** Has screen readers say `text` (already translated) when they are next idle. */
export function announce(text: string): void {
  // A no-break space makes the same sentence a new one, so that it is announced a second time.
  spoken = spoken === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

export function LiveRegion() {
  const text = useSyncExternalStore(subscribe, () => spoken);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
