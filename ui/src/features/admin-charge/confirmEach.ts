// Confirms deposits one after the other: each is a transaction of its own, so that one refusal does not undo the others.
import type { ShopError } from "@/ipc/errors";
import type { Result } from "@/ipc/result";
import { type Deposit, isAwaited } from "./deposit";

export interface ConfirmFailure<Row = Deposit> {
  row: Row;
  error: ShopError;
}

export interface ConfirmOutcome<Row = Deposit> {
  done: readonly Row[];
  failed: readonly ConfirmFailure<Row>[];
}

/** Runs `confirm` on every row; `onTried` gets the number of tried ones. */
export async function confirmEach<Row extends Deposit>(
  rows: readonly Row[],
  confirm: (row: Row) => Promise<Result<Row>>,
  onTried: (tried: number) => void,
): Promise<ConfirmOutcome<Row>> {
  const done: Row[] = [];
  const failed: ConfirmFailure<Row>[] = [];
  for (const row of rows) {
    const result = await confirm(row);
    if (result.kind === "ok") done.push(result.value);
    else failed.push({ row, error: result });
    onTried(done.length + failed.length);
  }
  return { done, failed };
}

/** The rows whose deposit can be confirmed, and their sum in won. */
export function confirmable<Row extends Deposit>(rows: readonly Row[]): { rows: readonly Row[]; amount: number } {
  const waiting = rows.filter(isAwaited);
  return { rows: waiting, amount: waiting.reduce((sum, { amount }) => sum + amount, 0) };
}
