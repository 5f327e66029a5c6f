// The discount of a coupon on an example order, for the preview beside its form. The shop calculates again when an order
// is placed; the preview only lets an admin see a mistake early.

export interface Terms {
  /** Percent off; either this or `price`. */
  rate?: number;
  /** Won off. */
  price?: number;
  /** At most so many won off. */
  cap?: number;
  /** Goods for at least so many won. */
  minOrder: number;
}

export interface Effect {
  /** Won taken off. */
  off: number;
  toPay: number;
  /** What decided: the order is too small, the cap bit, nothing is left to pay. */
  because?: "minOrder" | "capped" | "free";
}

/** Its effect on goods for `amount` won. */
export function effectOn(amount: number, terms: Terms): Effect {
  if (amount < terms.minOrder) return { off: 0, toPay: amount, because: "minOrder" };
  const full = terms.rate === undefined ? (terms.price ?? 0) : Math.floor((amount * terms.rate) / 100);
  const capped = Math.min(full, terms.cap ?? full);
  const off = Math.min(capped, amount);
  const effect: Effect = { off, toPay: amount - off };
  if (off > 0 && effect.toPay === 0) effect.because = "free";
  else if (capped < full) effect.because = "capped";
  return effect;
}

/** Won that `count` of them cost the shop at most; undefined where a rate has no cap. */
export function mostCost({ rate, price, cap }: Terms, count: number): number | undefined {
  const each = rate === undefined ? Math.min(price ?? 0, cap ?? Infinity) : cap;
  return each === undefined ? undefined : each * count;
}

/** An example order: a little over the coupon's minimum, or a usual amount. */
export function exampleAmount({ minOrder }: Terms): number {
  return Math.max(minOrder, USUAL);
}

const USUAL = 50_000;
