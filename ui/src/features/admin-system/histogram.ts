// Histograms of times as rows of a chart: several series side by side, without the empty ends.
import type { TimeBucket } from "@/ipc/generated/operations";

export interface HistogramRow {
  /** Microseconds, at most; undefined for what took longer than all others. */
  upTo: number | undefined;
  /** One count for each series. */
  counts: readonly number[];
}

/** The places from the first to the last at which any of the series has counted something. */
export function histogramRows(...series: readonly (readonly TimeBucket[])[]): readonly HistogramRow[] {
  const rows = (series[0] ?? []).map(({ upToMicros }, place) => ({
    upTo: upToMicros ?? undefined,
    counts: series.map((buckets) => buckets[place]?.count ?? 0),
  }));
  const counted = ({ counts }: HistogramRow) => counts.some((count) => count > 0);
  return rows.slice(Math.max(0, rows.findIndex(counted)), rows.findLastIndex(counted) + 1);
}
