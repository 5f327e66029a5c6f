// What may be charged at a time; the shop checks it again.
import { z } from "zod";

export const PRESETS = [10_000, 50_000, 100_000] as const;

/** Whole won, 1,000 to 10,000,000. */
export const chargeAmount = z.int().min(1_000).max(10_000_000);

/** The amount when it may be charged. */
export function chargeable(amount: number | undefined): number | undefined {
  return chargeAmount.safeParse(amount).data;
}
