// The standing of an order, the actions that it allows now, and its delivery step. The shop decides; this only
// keeps the page from offering what the shop would refuse.
import type { Order, Payment } from "@/ipc/generated/operations";

/** The text of the badge; a paid order has the state of its delivery. */
export type Standing = "unpaid" | "preparing" | "shipped" | "delivered" | "failed" | "cancelled" | "refunded";

export function standingOf({ state, deliveryState }: Pick<Order, "state" | "deliveryState">): Standing {
  switch (state) {
    case "NORMAL":
      return "unpaid";
    case "PAYMENT_FAILED":
      return "failed";
    case "CANCELLED":
      return "cancelled";
    case "REFUNDED":
      return "refunded";
    case "CONFIRMED":
      if (deliveryState === "SHIPPED") return "shipped";
      return deliveryState === "DELIVERED" ? "delivered" : "preparing";
  }
}

/** The deposit that an order awaits. */
export function awaitedOf({ state, payment }: Pick<Order, "state" | "payment">): Payment | undefined {
  return state === "NORMAL" && payment?.state === "PENDING" ? payment : undefined;
}

/** What was paid with points and what came from outside, in won. */
export function partsOf({ payment, payments = [] }: Pick<Order, "payment" | "payments">): { points: number; outside: number } {
  const all = payments.length > 0 ? payments : payment ? [payment] : [];
  const sum = (isPoint: boolean) =>
    all.reduce((amount, each) => amount + (each.state === "COMPLETED" && (each.method === "POINT") === isPoint ? each.amount - (each.refundedAmount ?? 0) : 0), 0);
  return { points: sum(true), outside: sum(false) };
}

export interface OrderActions {
  pay: boolean;
  /** Of an unpaid order. */
  cancel: boolean;
  /** Of a paid one, until it is on its way. */
  refund: boolean;
  receipt: boolean;
  /** Its lines can go into the cart once more. */
  again: boolean;
}

/** What can be done at the instant `now`. */
export function actionsOf(order: Order, now: Date): OrderActions {
  const standing = standingOf(order);
  const unpaid = standing === "unpaid";
  return {
    pay: unpaid && !isExpired(order, now) && awaitedOf(order) === undefined,
    cancel: unpaid,
    refund: standing === "preparing",
    receipt: order.paidAt != null,
    again: !unpaid,
  };
}

/** An unpaid order whose time is over; the shop cancels it within moments. */
export function isExpired({ expiresAt }: Pick<Order, "expiresAt">, now: Date): boolean {
  return expiresAt != null && now >= new Date(expiresAt);
}

export const STEPS = ["unpaid", "preparing", "shipped", "delivered"] as const;

/** How many of STEPS are behind or at hand: 0 for the first; none for an order that came to nothing. */
export function stepOf(order: Order): number | undefined {
  const step = (STEPS as readonly Standing[]).indexOf(standingOf(order));
  return step < 0 ? undefined : step;
}

export interface Moment {
  what: "placed" | "paid" | "cancelled" | "refunded" | "failed";
  at: string;
}

/** What happened when, oldest first. */
export function momentsOf({ state, createdAt, paidAt, cancelledAt }: Order): Moment[] {
  const moments: Moment[] = [{ what: "placed", at: createdAt }];
  if (paidAt) moments.push({ what: "paid", at: paidAt });
  if (cancelledAt) moments.push({ what: endOf(state), at: cancelledAt });
  return moments;
}

function endOf(state: Order["state"]): Moment["what"] {
  if (state === "REFUNDED") return "refunded";
  return state === "PAYMENT_FAILED" ? "failed" : "cancelled";
}

/** From the price of the goods down to what is paid, in won. */
export interface Amounts {
  /** Before discounts. */
  goods: number;
  itemCoupons: number;
  cartCoupons: number;
  /** Undefined where the shop has no fee; 0 where it is free. */
  shipping?: number;
  total: number;
}

export function amountsOf(order: Pick<Order, "amount" | "totalAmount" | "coupons" | "shippingFee">): Amounts {
  const shipping = order.shippingFee > 0 ? order.shippingFee : undefined;
  return { goods: order.amount, itemCoupons: takenOff(order, "CART_ITEM"), cartCoupons: takenOff(order, "CART"), shipping, total: order.totalAmount };
}

/** The id of the trace that the shop's note of a failure names, where it names one. */
export function traceIn(failureReason: string): string | undefined {
  return /\btrace ([\w-]+)/.exec(failureReason)?.[1];
}

function takenOff(order: Pick<Order, "coupons">, type: "CART" | "CART_ITEM"): number {
  return order.coupons.filter((coupon) => coupon.type === type).reduce((sum, coupon) => sum + coupon.discountAmount, 0);
}
