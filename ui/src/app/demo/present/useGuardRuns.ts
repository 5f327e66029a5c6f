// The runs of the Lab that the presentation shows: one crowd without a guard, and under the shop's own. Each is made when its
// step is first shown.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { usualCrowd } from "@/features/admin-lab/scenarios";
import { call } from "@/ipc/call";
import type { LabOutcome, LabProgress } from "@/ipc/generated/operations";
import { runLab } from "@/ipc/lab";
import { isRetried, RETRY_MS } from "./retry";

export const CROWD = usualCrowd("coupon-rush");
export const CROWD_SIZE = CROWD.people;

export type PresentGuard = "none" | "keyed";

export interface GuardResult {
  state: "new" | "running" | "done" | "failed";
  /** How often it was refused because another run was still ending. */
  retries: number;
  latest?: LabProgress;
  outcome?: LabOutcome;
}

const NEW: GuardResult = { state: "new", retries: 0 };

export type GuardResults = Readonly<Partial<Record<PresentGuard, GuardResult>>>;

/** Makes the run for `wanted`, unless it was made; undefined asks for none. */
export function useGuardRuns(wanted: PresentGuard | undefined): { results: GuardResults; forget: () => void } {
  const [results, setResults] = useState<GuardResults>({});
  const running = useRef(false);
  const put = (guard: PresentGuard, change: (before: GuardResult) => GuardResult) =>
    setResults((all) => ({ ...all, [guard]: change(all[guard] ?? NEW) }));
  const run = useEffectEvent(async (guard: PresentGuard) => {
    const { state, retries } = results[guard] ?? NEW;
    if (state !== "new" || running.current) return;
    running.current = true;
    put(guard, () => ({ state: "running", retries }));
    const made = await runLab({ ...CROWD, guard }, (latest) => put(guard, () => ({ state: "running", retries, latest })));
    running.current = false;
    if (made.kind === "ok") put(guard, ({ latest }) => ({ state: "done", retries, latest, outcome: made.value }));
    else put(guard, () => (isRetried(made, retries) ? { state: "new", retries: retries + 1 } : { state: "failed", retries }));
  });
  const isIdle = Object.values(results).every(({ state }) => state !== "running");
  const retries = wanted === undefined ? 0 : (results[wanted]?.retries ?? 0);
  useEffect(() => {
    if (wanted === undefined || !isIdle) return;
    const timer = window.setTimeout(() => void run(wanted), retries === 0 ? 0 : RETRY_MS);
    return () => window.clearTimeout(timer);
  }, [wanted, isIdle, retries]);
  const leave = useEffectEvent(() => {
    if (running.current) void call("stop_lab", {});
  });
  useEffect(() => () => leave(), []);
  return { results, forget: () => setResults({}) };
}
