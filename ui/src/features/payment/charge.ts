// How much may be charged at a time, by the shop's rules: 1,000 to 10,000,000 won.
const LEAST = 1_000;
const MOST = 10_000_000;
const ROUND = 1_000;

/** What to offer for a shortfall: the next full thousand, within what may be charged at a time. */
export function chargeFor(shortfall: number): number {
  return Math.min(Math.max(Math.ceil(shortfall / ROUND) * ROUND, LEAST), MOST);
}

export function isChargeable(amount: number | string): amount is number {
  return typeof amount === "number" && Number.isInteger(amount) && amount >= LEAST && amount <= MOST;
}
