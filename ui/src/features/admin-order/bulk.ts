// One operation on many rows, one after the other: each is a transaction of its own, so that one refusal does not undo the others.
import { type ShopError, toShopError } from "@/ipc/errors";
import type { Result } from "@/ipc/result";

export interface BulkRow {
  id: number;
  orderNumber: string;
}

export interface BulkFailure {
  row: BulkRow;
  error: ShopError;
}

/** A row that was changed, and when. */
export interface DoneRow {
  row: BulkRow;
  /** In milliseconds, by the clock of this computer. */
  at: number;
}

export interface BulkOutcome {
  done: readonly DoneRow[];
  failed: readonly BulkFailure[];
  /** Rows that were not tried, because it was stopped. */
  left: number;
  /** Why no more rows could be read. */
  broken?: ShopError;
}

/** Rows that are there, or come page by page, and how many they are. */
export interface BulkRows {
  rows: Iterable<BulkRow> | AsyncIterable<BulkRow>;
  count: number;
}

export interface BulkPage {
  items: readonly BulkRow[];
  nextCursor?: string | null;
}

/** All rows of a list, each page read when the rows before it are through. */
export async function* rowsOfPages(readPage: (cursor: string | undefined) => Promise<BulkPage>): AsyncGenerator<BulkRow> {
  let cursor: string | undefined;
  do {
    const page = await readPage(cursor);
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** Runs `act` on every row until all are tried or `signal` stops it; `onTried` gets the number of tried ones. */
export async function runInTurn(
  { rows, count }: BulkRows,
  act: (id: number) => Promise<Result<unknown>>,
  onTried: (tried: number) => void,
  signal: AbortSignal,
): Promise<BulkOutcome> {
  const failed: BulkFailure[] = [];
  const done: DoneRow[] = [];
  let tried = 0;
  const outcome = (): BulkOutcome => ({ done, failed, left: Math.max(count - tried, 0) });
  try {
    for await (const row of rows) {
      if (signal.aborted) return outcome();
      const result = await act(row.id);
      if (result.kind === "ok") done.push({ row, at: Date.now() });
      else failed.push({ row, error: result });
      tried += 1;
      onTried(tried);
    }
  } catch (thrown) {
    return { ...outcome(), broken: toShopError(thrown) };
  }
  // Another admin may have been faster with some of those that were counted.
  return { ...outcome(), left: 0 };
}
