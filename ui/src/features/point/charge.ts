// How much may be charged at a time, and what is offered. The shop checks it again.
const LEAST = 1_000;
const MOST = 10_000_000;
const ROUND = 1_000;

/** Amounts at a click. */
export const PRESETS = [10_000, 50_000, 100_000] as const;

/** The amount when it may be charged: whole won, 1,000 to 10,000,000. */
export function chargeable(amount: number | undefined): number | undefined {
  return amount !== undefined && Number.isInteger(amount) && amount >= LEAST && amount <= MOST ? amount : undefined;
}

/** What to offer for a shortfall: the next full thousand, within what may be charged at a time. */
export function chargeFor(shortfall: number): number {
  return Math.min(Math.max(Math.ceil(shortfall / ROUND) * ROUND, LEAST), MOST);
}
