// Saves the rows of the options grid, one request for each that differs.
import type { ShopError } from "@/ipc/errors";
import type { AdminProduct, OwnStock } from "@/ipc/generated/operations";
import type { Result } from "@/ipc/result";
import { uniqueKey } from "@/ipc/uniqueKey";
import { type Skipped, useOperation } from "@/shared/hooks/useOperation";
import { addRequest, type OptionRow, rowOf, sameRow, updateOptionRequest } from "./optionRows";
import { currentOf } from "./useProductEdit";

export interface OptionConflict {
  product: AdminProduct;
  mine: OptionRow;
  /** Undefined where it was deleted. */
  theirs: OptionRow | undefined;
}

/** Answers the product with the row, or why it was refused. */
export type SaveRow = (row: OptionRow, seen: AdminProduct, ownStock?: OwnStock) => Promise<Result<AdminProduct> | Skipped>;

interface Saved {
  /** The product as the last row has left it. */
  seen: AdminProduct;
  /** The rows, those that were saved as the shop has them. */
  saved: OptionRow[];
  /** Rows after it were not tried. */
  refused?: { conflict: OptionConflict | undefined };
}

/** Saves the rows that differ from `base`, the first one against `start`. */
export async function saveRows(rows: readonly OptionRow[], base: AdminProduct, start: AdminProduct, saveRow: SaveRow): Promise<Saved> {
  let seen = start;
  const saved: OptionRow[] = [...rows];
  for (const [place, row] of rows.entries()) {
    const before = base.options.find(({ id }) => id === row.id);
    if (before !== undefined && sameRow(row, rowOf(before))) continue;
    const result = await saveRow(row, seen);
    if (result.kind !== "ok") return { seen, saved, refused: { conflict: result.kind === "skipped" ? undefined : conflictOf(result, row) } };
    const known = new Set(seen.options.map(({ id }) => id));
    const made = result.value.options.find(({ id }) => (row.id === undefined ? !known.has(id) : id === row.id));
    if (made !== undefined) saved[place] = rowOf(made);
    seen = result.value;
  }
  return { seen, saved };
}

function conflictOf(error: ShopError, mine: OptionRow): OptionConflict | undefined {
  const product = currentOf(error);
  const theirs = product?.options.find(({ id }) => id === mine.id);
  return product && { product, mine, theirs: theirs && rowOf(theirs) };
}

/** The page shows a refusal itself. */
export function useSaveRow(onRefused: (error: ShopError) => void): { saveRow: SaveRow; pending: boolean } {
  const onError = (error: ShopError) => {
    onRefused(error);
    return true;
  };
  const add = useOperation("add_product_option", { onError });
  const update = useOperation("update_product_option", { onError });
  const saveRow: SaveRow = (row, seen, ownStock) =>
    row.id === undefined ? add.run(addRequest(row, seen.id, ownStock), { idempotencyKey: uniqueKey() }) : update.run(updateOptionRequest({ ...row, id: row.id }, seen));
  return { saveRow, pending: add.pending || update.pending };
}
