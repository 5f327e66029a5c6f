// How many of a product may still be bought at once, and put into the cart. The shop decides again when it happens; this
// keeps the stepper from offering what it would refuse.
import { isSoldOut } from "@/features/catalog/offer";
import type { Cart, Product, ProductOption } from "@/ipc/generated/operations";

export interface Allowance {
  /** How many can be bought now; 0 when none. The cart does not count. */
  max: number;
  /** How many more the cart can hold; 0 when none. */
  cartMax: number;
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
  const left = (option ?? product).availableQuantity;
  const limit = product.limitedQuantity ? product.limitedQuantity - bought : Number.POSITIVE_INFINITY;
  const allowed = (units: number) => (isSellable(product, option) ? Math.max(0, units) : 0);
  return { max: allowed(Math.min(left, limit)), cartMax: allowed(Math.min(left - inLine, limit - inCart)), bought, inCart };
}

/** Whether it can be bought at all, by anyone. */
export function isSellable(product: Product, option: ProductOption | undefined): boolean {
  if (product.state === "DISCONTINUED" || isSoldOut(product)) return false;
  return option === undefined || (option.state === "NORMAL" && option.availableQuantity > 0);
}

function sum(quantities: readonly number[]): number {
  return quantities.reduce((total, quantity) => total + quantity, 0);
}
