// The price of a product now, and the remarks that belong to it. The price charged is the shop's; this only shows it.
import type { Product } from "@/ipc/generated/operations";
import { LAST_FEW } from "@/shared/lastFew";

export interface Offer {
  /** Won to pay for one; for a product with options the least. */
  price: number;
  /** Some options cost more. */
  isFrom: boolean;
  /** The price before the sale, when one is running. */
  before?: number;
  /** Whole percent off, 1 to 90. */
  discountRate?: number;
  /** When the sale ends, RFC 3339. */
  endsAt?: string;
}

/** The offer at the instant `now`. A sale that ended since the product was read counts no longer. */
export function offerOf(product: Product, now: Date): Offer {
  const { price, priceFrom, priceTo, listPrice, saleRate, saleEndsAt } = product;
  const isFrom = priceFrom < priceTo;
  if (!listPrice || !saleRate || !saleEndsAt) return { price, isFrom };
  if (now >= new Date(saleEndsAt)) return { price: listPrice, isFrom };
  return { price, isFrom, before: listPrice, discountRate: saleRate, endsAt: saleEndsAt };
}

export type Badge = { kind: "soldOut" } | { kind: "lastFew"; left: number } | { kind: "limited"; limit: number } | { kind: "sale" };

/** Badges in the order in which they matter; a sold-out product wears no other. */
export function badgesOf(product: Product, now: Date): Badge[] {
  if (isSoldOut(product)) return [{ kind: "soldOut" }];
  const badges: Badge[] = [];
  if (offerOf(product, now).before !== undefined) badges.push({ kind: "sale" });
  if (product.availableQuantity <= LAST_FEW) badges.push({ kind: "lastFew", left: product.availableQuantity });
  if (product.limitedQuantity) badges.push({ kind: "limited", limit: product.limitedQuantity });
  return badges;
}

export function isSoldOut(product: Product): boolean {
  return product.status === "OUT_OF_STOCK" || product.availableQuantity <= 0;
}
