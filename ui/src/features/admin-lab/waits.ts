// The wait histogram of a run: the shop counts waits by doubling times, from less than 1 ms on.
export interface WaitRow {
  /** Milliseconds, less than; undefined for all longer times. */
  below: number | undefined;
  /** One count for each series. */
  counts: readonly number[];
}

/** The times from the first to the last at which any of the series has counted something. */
export function waitRows(...series: readonly (readonly number[])[]): readonly WaitRow[] {
  const buckets = Math.max(0, ...series.map(({ length }) => length));
  const rows = Array.from({ length: buckets }, (_, index) => ({
    below: index === buckets - 1 ? undefined : 2 ** index,
    counts: series.map((counts) => counts[index] ?? 0),
  }));
  const counted = ({ counts }: WaitRow) => counts.some((count) => count > 0);
  return rows.slice(Math.max(0, rows.findIndex(counted)), rows.findLastIndex(counted) + 1);
}
