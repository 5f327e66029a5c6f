// What an admin has chosen of a refund, and the requests that it makes. The shop decides every amount.
import type { AdminOrder, AdminReturn, PreviewRefund, RefundOrder, RefundTo } from "@/ipc/generated/operations";

export interface RefundDraft {
  /** Units by the id of their item; none for an item that is left out. */
  units: ReadonlyMap<number, number>;
  restock: boolean;
  /** Once the order is shipped, whether the shipping fee goes back. */
  fee: boolean;
  to: RefundTo;
}

/** All that is left, or the units of a return. */
export function startOf(order: AdminOrder, returned?: AdminReturn): RefundDraft {
  const units = returned === undefined ? allLeft(order) : new Map(returned.items.map(({ orderItemId, quantity }) => [orderItemId, quantity]));
  return { units, restock: true, fee: returned === undefined, to: "OUTSIDE" };
}

export function allLeft({ items }: Pick<AdminOrder, "items">): Map<number, number> {
  return new Map(items.map((item) => [item.id, item.quantity - item.cancelledQuantity] as const).filter(([, left]) => left > 0));
}

export function unitsIn({ units }: RefundDraft): number {
  return [...units.values()].reduce((sum, count) => sum + count, 0);
}

export function isShipped({ deliveryState }: Pick<AdminOrder, "deliveryState">): boolean {
  return deliveryState === "SHIPPED" || deliveryState === "DELIVERED";
}

/** Won of the shipping fee that were not refunded. */
export function feeLeft({ shippingFee, refunds = [] }: Pick<AdminOrder, "shippingFee" | "refunds">): number {
  return shippingFee - refunds.reduce((sum, refund) => sum + refund.shippingFee, 0);
}

/** Won that came from outside and were not refunded. */
export function outsideLeft({ payments = [] }: Pick<AdminOrder, "payments">): number {
  const completed = payments.filter(({ method, state }) => method !== "POINT" && state === "COMPLETED");
  return completed.reduce((sum, { amount, refundedAmount = 0 }) => sum + amount - refundedAmount, 0);
}

/** The chosen items; undefined where they are all that is left. */
function chosen(order: AdminOrder, { units }: RefundDraft): [number, number][] | undefined {
  const left = allLeft(order);
  const isAll = [...left].every(([id, count]) => units.get(id) === count);
  return isAll ? undefined : [...units].filter(([, count]) => count > 0);
}

/** Only a shipped order has a choice. */
function feeOf(order: AdminOrder, { fee }: RefundDraft): boolean | undefined {
  return isShipped(order) && feeLeft(order) > 0 ? fee : undefined;
}

export function refundOf(order: AdminOrder, draft: RefundDraft): RefundOrder {
  const items = chosen(order, draft)?.map(([orderItemId, quantity]) => ({ orderItemId, quantity }));
  return { id: order.id, items, restock: draft.restock, to: draft.to, shippingFee: feeOf(order, draft) };
}

export function previewOf(order: AdminOrder, draft: RefundDraft): PreviewRefund {
  const items = chosen(order, draft)?.map(([id, quantity]) => `${id}:${quantity}`).join(",");
  return { id: order.id, items, restock: draft.restock, to: draft.to, shippingFee: feeOf(order, draft) };
}
