// One run of the Lab is made at a time. A run that is refused because the one before it is still ending is made again.
import type { Result } from "@/ipc/result";

/** Milliseconds until the next try. */
export const RETRY_MS = 300;

/** The one before may take a few seconds to end; one that takes longer was not left behind by a step before. */
export const MOST_RETRIES = 20;

export function isRetried(made: Result<unknown>, retries: number): boolean {
  return made.kind !== "ok" && made.code === "CONFLICT" && retries < MOST_RETRIES;
}
