// How many of a product may still be put into the cart. The shop decides again when it happens; this keeps
// the stepper from offering what it would refuse.
import { isSoldOut } from "@/features/catalog/offer";
import type { Cart, Product, ProductOption } from "@/ipc/generated/operations";

export interface Allowance {
  /** How many more; 0 when none. */
  max: number;
  /** Units of the limit already used: bought, or lying in the cart under any option. */
  bought: number;
  inCart: number;
}

/** For the product as it is sold in `option`; undefined where it has no options. */
export function allowanceOf(product: Product, option: ProductOption | undefined, cart: Cart | undefined): Allowance {
  const lines = cart?.items.filter((line) => line.productId === product.id) ?? [];
  const inCart = sum(lines.map((line) => line.quantity));
  const inLine = sum(lines.filter((line) => (line.productOptionId ?? undefined) === option?.id).map((line) => line.quantity));
  const bought = product.alreadyBought ?? 0;
  const byStock = (option ?? product).availableQuantity - inLine;
  const byLimit = product.limitedQuantity ? product.limitedQuantity - bought - inCart : Number.POSITIVE_INFINITY;
  const max = isSellable(product, option) ? Math.max(0, Math.min(byStock, byLimit)) : 0;
  return { max, bought, inCart };
}

/** Whether it can be bought at all, by anyone. */
export function isSellable(product: Product, option: ProductOption | undefined): boolean {
  if (product.state === "DISCONTINUED" || isSoldOut(product)) return false;
  return option === undefined || (option.state === "NORMAL" && option.availableQuantity > 0);
}

function sum(quantities: readonly number[]): number {
  return quantities.reduce((total, quantity) => total + quantity, 0);
}
