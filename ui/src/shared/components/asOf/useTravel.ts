// The instant that a page asks for: the slider moves at once, the question follows when it rests, and a step asks at once.
import { useDebouncedCallback } from "@mantine/hooks";
import { useCallback, useState } from "react";

/** How long the slider rests before its instant is asked for. */
const REST_MS = 120;

export interface Travel {
  /** RFC 3339; undefined is now. */
  asked: string | undefined;
  /** Where the slider is, in milliseconds; undefined is now. */
  position: number | undefined;
  /** Moves the slider; asks when it rests. */
  drag: (ms: number) => void;
  /** Moves the slider and asks at once; to now without an instant. */
  go: (instant: string | undefined) => void;
}

export function useTravel(): Travel {
  const [asked, setAsked] = useState<string>();
  const [position, setPosition] = useState<number>();
  const askWhenRested = useDebouncedCallback((ms: number) => setAsked(new Date(ms).toISOString()), REST_MS);
  const drag = useCallback(
    (ms: number) => {
      setPosition(ms);
      askWhenRested(ms);
    },
    [askWhenRested],
  );
  const go = useCallback(
    (instant: string | undefined) => {
      askWhenRested.cancel();
      setAsked(instant);
      setPosition(instant === undefined ? undefined : Date.parse(instant));
    },
    [askWhenRested],
  );
  return { asked, position, drag, go };
}
