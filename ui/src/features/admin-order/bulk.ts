// One operation on many rows, one after the other: each is a transaction of its own, so that one refusal does not undo the others.
import type { ShopError } from "@/ipc/errors";
import type { Result } from "@/ipc/result";

export interface BulkFailure {
  id: number;
  error: ShopError;
}

export interface BulkOutcome {
  done: number;
  failed: readonly BulkFailure[];
  /** Rows that were not tried, because it was stopped. */
  left: number;
}

/** Runs `act` on every id until all are tried or `signal` stops it; `onTried` gets the number of tried ones. */
export async function runInTurn(
  ids: readonly number[],
  act: (id: number) => Promise<Result<unknown>>,
  onTried: (tried: number) => void,
  signal: AbortSignal,
): Promise<BulkOutcome> {
  const failed: BulkFailure[] = [];
  let tried = 0;
  for (const id of ids) {
    if (signal.aborted) break;
    const result = await act(id);
    if (result.kind !== "ok") failed.push({ id, error: result });
    tried += 1;
    onTried(tried);
  }
  return { done: tried - failed.length, failed, left: ids.length - tried };
}
