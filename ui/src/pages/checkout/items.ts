// What is ordered, as the address says: lines of the cart (`items=1,2`), or a product that is bought at once (`buy=7x1`, or
// `buy=7.3x1` with its option).
import type { OrderedProduct } from "@/ipc/generated/operations";

/** Neither: everything in the cart that can be ordered. */
export interface Choice {
  cartItemIds?: number[];
  items?: OrderedProduct[];
}

export function readChoice(params: URLSearchParams): Choice {
  const bought = /^(\d{1,15})(?:\.(\d{1,15}))?x(\d{1,7})$/.exec(params.get("buy") ?? "");
  if (bought !== null) {
    const [, productId, productOptionId, quantity] = bought;
    return { items: [{ productId: Number(productId), productOptionId: productOptionId === undefined ? undefined : Number(productOptionId), quantity: Number(quantity) }] };
  }
  const ids = (params.get("items") ?? "").split(",").filter((part) => /^[1-9]\d{0,15}$/.test(part)).map(Number);
  return ids.length > 0 ? { cartItemIds: [...new Set(ids)] } : {};
}
