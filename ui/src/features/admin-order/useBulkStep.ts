// Takes many orders one step further, one after the other, with progress and a button to stop.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call } from "@/ipc/call";
import { uniqueKey } from "@/ipc/uniqueKey";
import { markStaleAfter } from "@/shared/cache/stale";
import { type BulkOutcome, type BulkRows, runInTurn } from "./bulk";

/** The steps of a delivery. */
export type Step = "ship" | "deliver";

const OPERATION = { ship: "ship_order", deliver: "deliver_order" } as const;

export interface BulkProgress {
  step: Step;
  tried: number;
  of: number;
}

export interface BulkStep {
  /** Answers undefined where one runs already. */
  run: (step: Step, rows: BulkRows) => Promise<BulkOutcome | undefined>;
  stop: () => void;
  /** Undefined while nothing runs. */
  progress: BulkProgress | undefined;
}

export function useBulkStep(): BulkStep {
  const client = useQueryClient();
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<BulkProgress>();

  const run = async (step: Step, rows: BulkRows) => {
    // The button is disabled only from the next paint on; a second click may come before it.
    if (running.current !== undefined) return undefined;
    const controller = new AbortController();
    running.current = controller;
    const operation = OPERATION[step];
    const show = (tried: number) => setProgress({ step, tried, of: Math.max(rows.count, tried) });
    show(0);
    const act = (id: number) => call(operation, { id }, { idempotencyKey: uniqueKey() });
    const outcome = await runInTurn(rows, act, show, controller.signal);
    running.current = undefined;
    setProgress(undefined);
    if (outcome.done.length > 0) markStaleAfter(client, operation, "success");
    if (outcome.failed.length > 0) markStaleAfter(client, operation, "error");
    return outcome;
  };
  return { run, stop: () => running.current?.abort(), progress };
}
