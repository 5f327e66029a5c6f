// Walks through the steps of a replay: back, next, and by itself.
import { useEffect, useState } from "react";
import type { LabStep } from "@/ipc/generated/operations";

/** Milliseconds between two steps that are played. */
export const PLAY_MS = 1_200;

export interface Player {
  /** The steps that are walked: all, or those that matter to the outcome. */
  steps: readonly LabStep[];
  /** The place of the present step, from 0. */
  at: number;
  step: LabStep | undefined;
  all: boolean;
  setAll: (all: boolean) => void;
  playing: boolean;
  play: () => void;
  pause: () => void;
  go: (at: number) => void;
}

export function usePlayer(recorded: readonly LabStep[]): Player {
  const [all, setAll] = useState(false);
  const [wanted, setWanted] = useState(0);
  const [playing, setPlaying] = useState(false);
  const steps = all ? recorded : recorded.filter(({ isKey }) => isKey);
  const last = Math.max(0, steps.length - 1);
  const at = Math.min(wanted, last);
  const moving = playing && at < last;
  useEffect(() => {
    if (!moving) return;
    const timer = setTimeout(() => setWanted(at + 1), PLAY_MS);
    return () => clearTimeout(timer);
  }, [moving, at]);
  const go = (next: number) => {
    setPlaying(false);
    setWanted(Math.min(Math.max(0, next), last));
  };
  const change = (next: boolean) => {
    // The same step stays in view, or the last one before it.
    const present = steps[at];
    const others = next ? recorded : recorded.filter(({ isKey }) => isKey);
    const index = present === undefined ? 0 : others.indexOf(present);
    const before = present === undefined ? 0 : recorded.slice(0, recorded.indexOf(present)).filter(({ isKey }) => isKey).length;
    setAll(next);
    setWanted(index >= 0 ? index : Math.max(0, before - 1));
  };
  const play = () => {
    if (at === last) setWanted(0);
    setPlaying(true);
  };
  return { steps, at, step: steps[at], all, setAll: change, playing: moving, play, pause: () => setPlaying(false), go };
}
