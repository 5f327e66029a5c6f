// Ships many orders one after the other, with progress and a button to stop.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call } from "@/ipc/call";
import { uniqueKey } from "@/ipc/uniqueKey";
import { markStaleAfter } from "@/shared/cache/stale";
import { type BulkOutcome, runInTurn } from "./bulk";

export interface BulkProgress {
  tried: number;
  of: number;
}

export interface BulkShip {
  /** Answers undefined where one runs already. */
  run: (ids: readonly number[]) => Promise<BulkOutcome | undefined>;
  stop: () => void;
  /** Undefined while nothing runs. */
  progress: BulkProgress | undefined;
}

export function useBulkShip(): BulkShip {
  const client = useQueryClient();
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<BulkProgress>();

  const run = async (ids: readonly number[]) => {
    // The button is disabled only from the next paint on; a second click may come before it.
    if (running.current !== undefined) return undefined;
    const controller = new AbortController();
    running.current = controller;
    setProgress({ tried: 0, of: ids.length });
    const ship = (id: number) => call("ship_order", { id }, { idempotencyKey: uniqueKey() });
    const outcome = await runInTurn(ids, ship, (tried) => setProgress({ tried, of: ids.length }), controller.signal);
    running.current = undefined;
    setProgress(undefined);
    if (outcome.done > 0) markStaleAfter(client, "ship_order", "success");
    if (outcome.failed.length > 0) markStaleAfter(client, "ship_order", "error");
    return outcome;
  };
  return { run, stop: () => running.current?.abort(), progress };
}
