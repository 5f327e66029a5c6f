// Where the presentation stands: which step, for how long, and whether it rests.
import { useEffect, useEffectEvent, useReducer, useState } from "react";
import { STEPS } from "./steps";

/** Milliseconds between two looks at the time. */
const TICK_MS = 100;

interface Place {
  at: number;
  /** Seconds for which the step has been shown, at most as many as it has. */
  shown: number;
}

export interface Playback extends Place {
  paused: boolean;
  toggle: () => void;
  go: (at: number) => void;
}

type Move = { kind: "passed"; seconds: number; waiting: boolean } | { kind: "go"; at: number };

/** `waiting` holds the present step until what it shows is there. */
export function usePlayback(waiting: boolean): Playback {
  const [place, move] = useReducer(next, { at: 0, shown: 0 });
  const [paused, setPaused] = useState(false);
  const pass = useEffectEvent((seconds: number) => move({ kind: "passed", seconds, waiting }));
  useEffect(() => {
    if (paused) return;
    let last = performance.now();
    const timer = window.setInterval(() => {
      const now = performance.now();
      pass((now - last) / 1_000);
      last = now;
    }, TICK_MS);
    return () => window.clearInterval(timer);
  }, [paused]);
  return { ...place, paused, toggle: () => setPaused(!paused), go: (at) => move({ kind: "go", at }) };
}

function next({ at, shown }: Place, move: Move): Place {
  if (move.kind === "go") {
    const to = Math.min(Math.max(move.at, 0), STEPS.length - 1);
    return to === at ? { at, shown } : { at: to, shown: 0 };
  }
  const length = STEPS[at]?.seconds ?? 0;
  const passed = shown + move.seconds;
  if (passed < length) return { at, shown: passed };
  const isLast = at === STEPS.length - 1;
  return move.waiting || isLast ? { at, shown: length } : { at: at + 1, shown: passed - length };
}
