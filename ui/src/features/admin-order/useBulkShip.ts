// Sending off many parcels at once, with progress and a way to stop.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call } from "@/ipc/call";
import { uniqueKey } from "@/ipc/uniqueKey";
import { type BulkOutcome, runInTurn } from "./bulk";
import { MOVED } from "./effects";

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
    for (const queryKey of MOVED) void client.invalidateQueries({ queryKey });
    return outcome;
  };
  return { run, stop: () => running.current?.abort(), progress };
}
