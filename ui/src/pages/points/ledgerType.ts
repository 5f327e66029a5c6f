// Which changes the ledger shows, as the address names them.
import type { PointTransactionType } from "@/ipc/generated/operations";

export const LEDGER_TYPES = ["all", "CHARGE", "PAYMENT", "REFUND", "ADJUST"] as const;

/** The type that the address names; undefined for all of them, and for anything unknown. */
export function typeOf(named: string | null): PointTransactionType | undefined {
  const known = LEDGER_TYPES.find((type) => type === named);
  return known === "all" ? undefined : known;
}
