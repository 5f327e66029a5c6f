// The recorded times as a table: one line a list, compared with the empty page of the same run.
import type { Recorded } from "./record";

/** Milliseconds that no frame of a scrolling list may take. */
const MOST = 50;

const HEAD = ["list", "pages", "frames", "median", "p99", "worst frame", "long frames", "worst task", "of it CPU", `<= ${MOST} ms`];

export function tableOf(rows: readonly Recorded[]): string {
  // The first and the last row are the empty page.
  const noise = Math.max(...[rows.at(0), rows.at(-1)].map((row) => row?.frames.at(-1) ?? 0));
  const lines = [HEAD, ...rows.map((row) => cells(row, noise))];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "));
  return ["frames while scrolling, in ms", ...table].join("\n");
}

function cells(row: Recorded, noise: number): string[] {
  const { name, pages, frames, long, worstTask } = row;
  const times = [at(frames, 0.5), at(frames, 0.99), at(frames, 1)].map((time) => time.toFixed(1));
  return [name, `${pages}`, `${frames.length}`, ...times, `${long}`, worstTask.wall.toFixed(1), worstTask.cpu.toFixed(1), verdict(row, noise)];
}

/** On a machine whose empty page is too slow, a slow page proves nothing, unless its own work is too long. */
function verdict({ frames, worstTask }: Recorded, noise: number): string {
  if (worstTask.cpu > MOST) return "SHORT";
  if (at(frames, 1) <= MOST) return "ok";
  return noise > MOST ? "machine busy" : "SHORT";
}

/** The value below which this share of the ascending values lies. */
function at(ascending: readonly number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? 0;
}
