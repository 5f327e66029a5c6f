// Events from before the webhook's address was set are not sent unless an admin asks for them: they do not wait.
import type { OutboxEvent } from "@/ipc/generated/operations";

type Times = Pick<OutboxEvent, "state" | "createdAt" | "nextAttemptAt">;

/** An event that was tried or asked for is due at another instant than the one at which it happened. */
export function isBeforeWebhook({ state, createdAt, nextAttemptAt }: Times, since: string | null | undefined): boolean {
  if (state !== "PENDING" || since == null || nextAttemptAt == null) return false;
  return Date.parse(createdAt) < Date.parse(since) && Date.parse(nextAttemptAt) === Date.parse(createdAt);
}
