// The program counts from its start; what happened between two looks is the difference, and by the second a rate.
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
