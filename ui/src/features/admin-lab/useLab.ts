// Runs one crowd under several guards, one after the other, and gathers what each run tells.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { call } from "@/ipc/call";
import type { LabGuard, LabOutcome, LabProgress } from "@/ipc/generated/operations";
import { runLab } from "@/ipc/lab";
import { saveFile } from "@/shared/saveFile";
import { toastError } from "@/shared/toast";
import type { Crowd } from "./scenarios";

export interface GuardRun {
  guard: LabGuard;
  /** Waiting for the guards before it, running, or over. */
  state: "waiting" | "running" | "done";
  /** Ten a second, oldest first. */
  series: readonly LabProgress[];
  outcome?: LabOutcome;
}

export interface Lab {
  /** The crowd of the runs that are shown. */
  crowd: Crowd | undefined;
  runs: readonly GuardRun[];
  running: boolean;
  start: (crowd: Crowd, guards: readonly LabGuard[]) => Promise<void>;
  stop: () => void;
  save: () => Promise<void>;
}

export function useLab(): Lab {
  const [crowd, setCrowd] = useState<Crowd>();
  const [runs, setRuns] = useState<readonly GuardRun[]>([]);
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  const stop = () => {
    stopped.current = true;
    void call("stop_lab", {});
  };
  // A page that is left takes its crowd along.
  const leave = useEffectEvent(() => {
    if (running) stop();
  });
  useEffect(() => () => leave(), []);

  const start = async (next: Crowd, guards: readonly LabGuard[]) => {
    stopped.current = false;
    setCrowd(next);
    setRunning(true);
    setRuns(guards.map((guard) => ({ guard, state: "waiting", series: [] })));
    const change = (guard: LabGuard, update: (run: GuardRun) => GuardRun) =>
      setRuns((before) => before.map((run) => (run.guard === guard ? update(run) : run)));
    for (const guard of guards) {
      change(guard, (run) => ({ ...run, state: "running" }));
      const result = await runLab({ ...next, guard }, (state) => change(guard, (run) => ({ ...run, series: [...run.series, state] })));
      if (result.kind !== "ok") {
        toastError(result);
        break;
      }
      // A run that was stopped did not meet its whole crowd: it is no result.
      if (stopped.current) break;
      change(guard, (run) => ({ ...run, state: "done", outcome: result.value, series: result.value.series }));
    }
    setRuns((before) => before.filter(({ state }) => state === "done"));
    setRunning(false);
  };

  const save = async () => {
    const report = await call("report_lab", {});
    if (report.kind !== "ok") return toastError(report);
    saveFile(`jangteo-lab-${crowd?.scenario ?? "run"}.html`, new Blob([report.value.html], { type: "text/html" }));
  };

  return { crowd, runs, running, start, stop, save };
}
