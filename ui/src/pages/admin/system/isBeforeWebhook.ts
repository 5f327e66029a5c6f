// Events from before the webhook's address was set are not sent unless an admin asks for them: they do not wait.
import type { OutboxEvent } from "@/ipc/generated/operations";

type Times = Pick<OutboxEvent, "state" | "createdAt" | "nextAttemptAt">;

/**
 * An event that was tried or asked for is due at another instant than the one at which it happened. Without an address
 * (`null`) every other event is from before it; `undefined` where the address is not known yet.
 */
export function isBeforeWebhook({ state, createdAt, nextAttemptAt }: Times, since: string | null | undefined): boolean {
  if (state !== "PENDING" || since === undefined || nextAttemptAt == null) return false;
  const isUntouched = Date.parse(nextAttemptAt) === Date.parse(createdAt);
  return isUntouched && (since === null || Date.parse(createdAt) < Date.parse(since));
}
