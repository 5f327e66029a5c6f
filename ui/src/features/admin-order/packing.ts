// What is to be packed, added up: the orders that are prepared, by product.
import type { AdminOrder } from "@/ipc/generated/operations";

/** The most orders that one sheet of slips, labels or a packing list is made for. */
export const MOST_PACKED = 100;

/** So many units of a product, or of one of its options, over all orders. */
export interface PickLine {
  productId: number;
  productOptionId?: number;
  productName: string;
  productNameEn?: string;
  quantity: number;
  /** In how many orders. */
  orders: number;
}

/** The units of an item that are still to be sent: without those that were refunded before. */
export function unitsOf({ quantity, cancelledQuantity }: Pick<AdminOrder["items"][number], "quantity" | "cancelledQuantity">): number {
  return quantity - cancelledQuantity;
}

/** The units to take from the shelves, each product and option once; those of which most are needed come first, then by name. */
export function pickLines(orders: readonly Pick<AdminOrder, "items">[]): PickLine[] {
  const lines = new Map<string, PickLine>();
  for (const { items } of orders) {
    const seen = new Set<string>();
    for (const item of items) {
      const { productId, productOptionId, productName, productNameEn } = item;
      const units = unitsOf(item);
      if (units === 0) continue;
      const key = `${productId}-${productOptionId ?? 0}`;
      const line = lines.get(key) ?? { productId, productOptionId: productOptionId ?? undefined, productName, productNameEn: productNameEn ?? undefined, quantity: 0, orders: 0 };
      line.quantity += units;
      if (!seen.has(key)) line.orders += 1;
      seen.add(key);
      lines.set(key, line);
    }
  }
  return [...lines.values()].sort((one, other) => other.quantity - one.quantity || one.productName.localeCompare(other.productName, "ko"));
}

/** The ids in an address, as pages that print orders take them; undefined where they are none. */
export function readIds(params: URLSearchParams): string | undefined {
  const ids = params.get("ids") ?? "";
  return /^[1-9]\d{0,15}(,[1-9]\d{0,15}){0,99}$/.test(ids) ? ids : undefined;
}
