// Runs one crowd under several guards, one after the other, and gathers what each run tells.
import { startTransition, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { call } from "@/ipc/call";
import type { LabGuard, LabOutcome } from "@/ipc/generated/operations";
import { runLab } from "@/ipc/lab";
import { saveFile } from "@/shared/saveFile";
import { toastError } from "@/shared/toast";
import type { Crowd } from "./scenarios";
import { makeSeries, type Series } from "./series";

export interface GuardRun {
  guard: LabGuard;
  /** Waiting for the guards before it, running, or over. */
  state: "waiting" | "running" | "done";
  /** Its states so far. They arrive without a change of the run, so that the page is not redrawn for each. */
  series: Series;
  outcome?: LabOutcome;
}

export interface Lab {
  /** The crowd of the runs that are shown. */
  crowd: Crowd | undefined;
  runs: readonly GuardRun[];
  running: boolean;
  /** The same function for good, as is `stop`: the form is not redrawn when a run ends. */
  start: (crowd: Crowd, guards: readonly LabGuard[]) => Promise<void>;
  stop: () => void;
  save: () => Promise<void>;
}

export function useLab(): Lab {
  const [crowd, setCrowd] = useState<Crowd>();
  const [runs, setRuns] = useState<readonly GuardRun[]>([]);
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  const stop = useCallback(() => {
    stopped.current = true;
    void call("stop_lab", {});
  }, []);
  // A page that is left takes its crowd along.
  const leave = useEffectEvent(() => {
    if (running) stop();
  });
  useEffect(() => () => leave(), []);

  const start = useCallback(async (next: Crowd, guards: readonly LabGuard[]) => {
    stopped.current = false;
    setCrowd(next);
    setRunning(true);
    const waiting = guards.map((guard): GuardRun => ({ guard, state: "waiting", series: makeSeries() }));
    // Cards and figures are drawn in pieces between the frames.
    const show = (of: (before: readonly GuardRun[]) => readonly GuardRun[]) => startTransition(() => setRuns(of));
    show(() => waiting);
    const change = (changed: GuardRun) => show((before) => before.map((run) => (run.guard === changed.guard ? changed : run)));
    for (const run of waiting) {
      change({ ...run, state: "running" });
      const result = await runLab({ ...next, guard: run.guard }, run.series.add);
      if (result.kind !== "ok") {
        toastError(result);
        break;
      }
      // A run that was stopped did not meet its whole crowd: it is no result.
      if (stopped.current) break;
      change({ ...run, state: "done", outcome: result.value, series: makeSeries(result.value.series) });
    }
    show((before) => before.filter(({ state }) => state === "done"));
    setRunning(false);
  }, []);

  const save = async () => {
    const report = await call("report_lab", {});
    if (report.kind !== "ok") return toastError(report);
    saveFile(`jangteo-lab-${crowd?.scenario ?? "run"}.html`, new Blob([report.value.html], { type: "text/html" }));
  };

  return { crowd, runs, running, start, stop, save };
}
