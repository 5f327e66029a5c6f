// Which items of an order can be returned. The shop decides; this only keeps the page from offering what it would refuse.
import type { Order, OrderItem, ReturnList } from "@/ipc/generated/operations";

const OPEN = new Set<ReturnList["items"][number]["state"]>(["REQUESTED", "APPROVED", "RECEIVED"]);

/** The items with units that are left, of which no return is open. */
export function returnable({ state, items }: Pick<Order, "state" | "items">, list: ReturnList): { item: OrderItem; left: number }[] {
  if (state !== "CONFIRMED") return [];
  const open = new Set(list.items.filter((row) => OPEN.has(row.state)).flatMap((row) => row.items.map(({ orderItemId }) => orderItemId)));
  return items.map((item) => ({ item, left: item.quantity - item.cancelledQuantity })).filter(({ item, left }) => left > 0 && !open.has(item.id));
}
