// The runs of the Lab that the presentation shows: one crowd without a guard, and under the shop's own. Each is made when its
// step is first shown.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { usualCrowd } from "@/features/admin-lab/scenarios";
import { call } from "@/ipc/call";
import type { LabOutcome, LabProgress } from "@/ipc/generated/operations";
import { runLab } from "@/ipc/lab";

export const CROWD = usualCrowd("coupon-rush");
export const CROWD_SIZE = CROWD.people;

export type PresentGuard = "none" | "keyed";

export interface GuardResult {
  state: "running" | "done" | "failed";
  latest?: LabProgress;
  outcome?: LabOutcome;
}

export type GuardResults = Readonly<Partial<Record<PresentGuard, GuardResult>>>;

/** Makes the run for `wanted`, unless it was made; undefined asks for none. */
export function useGuardRuns(wanted: PresentGuard | undefined): { results: GuardResults; forget: () => void } {
  const [results, setResults] = useState<GuardResults>({});
  const running = useRef(false);
  const put = (guard: PresentGuard, change: (before: GuardResult) => GuardResult) =>
    setResults((all) => ({ ...all, [guard]: change(all[guard] ?? { state: "running" }) }));
  const run = useEffectEvent(async (guard: PresentGuard) => {
    if (results[guard] !== undefined || running.current) return;
    running.current = true;
    put(guard, () => ({ state: "running" }));
    const made = await runLab({ ...CROWD, guard }, (latest) => put(guard, (before) => ({ ...before, latest })));
    running.current = false;
    put(guard, (before) => (made.kind === "ok" ? { state: "done", latest: before.latest, outcome: made.value } : { state: "failed" }));
  });
  const isIdle = Object.values(results).every(({ state }) => state !== "running");
  useEffect(() => {
    if (wanted !== undefined && isIdle) void run(wanted);
  }, [wanted, isIdle]);
  const leave = useEffectEvent(() => {
    if (running.current) void call("stop_lab", {});
  });
  useEffect(() => () => leave(), []);
  return { results, forget: () => setResults({}) };
}
