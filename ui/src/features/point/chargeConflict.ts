// Why points cannot be charged, or a request for them cannot end so.
import type { ShopError } from "@/ipc/errors";
import type { ChargeConflict } from "@/ipc/generated/operations";

const CONFLICTS = ["CHARGING_OFF", "TOO_MANY_WAITING", "ALREADY_CONFIRMED", "ALREADY_REJECTED"] as const satisfies readonly ChargeConflict[];

/** The reason of a CONFLICT; undefined for every other error. */
export function chargeConflictOf(error: ShopError): ChargeConflict | undefined {
  if (error.code !== "CONFLICT" || !("reason" in error.details)) return undefined;
  const { reason } = error.details;
  return CONFLICTS.find((conflict) => conflict === reason);
}
