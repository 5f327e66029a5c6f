// Undoing shipments: which of the shipped orders can still be taken back, one after the other, and what could not be.
import type { Result } from "@/ipc/result";
import type { ShopError } from "@/ipc/errors";
import type { BulkRow, DoneRow } from "./bulk";

/** So long the pages offer it. The shop allows two seconds more, for the way. */
export const UNDO_MS = 10_000;
/** What is older is not asked for: the shop would refuse it. */
const TOO_LATE_MS = 12_000;

export interface NotUndone {
  row: BulkRow;
  /** Absent where it was too late to ask. */
  error?: ShopError;
}

export interface UndoOutcome {
  undone: readonly BulkRow[];
  failed: readonly NotUndone[];
}

/** The order shipped first has the least time left, so it comes first. */
export async function undoShipments(shipped: readonly DoneRow[], unship: (id: number) => Promise<Result<unknown>>): Promise<UndoOutcome> {
  const undone: BulkRow[] = [];
  const failed: NotUndone[] = [];
  for (const { row, at } of shipped) {
    if (Date.now() - at > TOO_LATE_MS) {
      failed.push({ row });
      continue;
    }
    const result = await unship(row.id);
    if (result.kind === "ok") undone.push(row);
    else failed.push({ row, error: result });
  }
  return { undone, failed };
}

/** The shop refused it because of the time, or because something else happened to the order since. */
export function isTooLate({ error }: NotUndone): boolean {
  return error === undefined || error.code === "INVALID_ORDER_STATE";
}
