// Confirms deposits one after the other: each is a transaction of its own, so that one refusal does not undo the others.
import type { ShopError } from "@/ipc/errors";
import type { AdminCharge } from "@/ipc/generated/operations";
import type { Result } from "@/ipc/result";

export interface ConfirmFailure {
  row: AdminCharge;
  error: ShopError;
}

export interface ConfirmOutcome {
  done: readonly AdminCharge[];
  failed: readonly ConfirmFailure[];
}

/** Runs `confirm` on every row; `onTried` gets the number of tried ones. */
export async function confirmEach(
  rows: readonly AdminCharge[],
  confirm: (row: AdminCharge) => Promise<Result<AdminCharge>>,
  onTried: (tried: number) => void,
): Promise<ConfirmOutcome> {
  const done: AdminCharge[] = [];
  const failed: ConfirmFailure[] = [];
  for (const row of rows) {
    const result = await confirm(row);
    if (result.kind === "ok") done.push(result.value);
    else failed.push({ row, error: result });
    onTried(done.length + failed.length);
  }
  return { done, failed };
}

/** The rows whose deposit can be confirmed, and their sum in won. */
export function confirmable(rows: readonly AdminCharge[]): { rows: readonly AdminCharge[]; amount: number } {
  const waiting = rows.filter(({ state }) => state === "REQUESTED");
  return { rows: waiting, amount: waiting.reduce((sum, { amount }) => sum + amount, 0) };
}
