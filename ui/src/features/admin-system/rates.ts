// Rates of counters: the difference between two readings, by the second. The counters start at zero with the program.
import type { Metrics } from "@/ipc/generated/operations";

/** Writes a second between each look and the one before; null where there is none before, or the program was restarted. */
export function writesPerSecond(looks: readonly Metrics[]): (number | null)[] {
  return looks.map((look, index) => {
    const before = looks[index - 1];
    if (before === undefined) return null;
    const seconds = (Date.parse(look.at) - Date.parse(before.at)) / 1_000;
    const writes = look.writer.tasks - before.writer.tasks;
    return seconds <= 0 || writes < 0 ? null : writes / seconds;
  });
}

/** Tasks that shared a commit, on average since the start; null before the first. */
export function averageGroup({ writer }: Metrics): number | null {
  return writer.groups === 0 ? null : writer.tasks / writer.groups;
}
