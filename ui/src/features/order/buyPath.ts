// The checkout of one product without the cart; pages/checkout/items.ts reads it.
import type { OrderedProduct } from "@/ipc/generated/operations";

export function buyPath({ productId, productOptionId, quantity }: OrderedProduct): string {
  const product = productOptionId === undefined ? String(productId) : `${productId}.${productOptionId}`;
  return `/checkout?buy=${product}x${quantity}`;
}
