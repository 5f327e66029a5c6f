// The actions that an order allows an admin now. The shop decides; this only keeps the page from offering what it would refuse.
import type { Order } from "@/ipc/generated/operations";

export interface Acts {
  ship: boolean;
  deliver: boolean;
  /** Of a paid order, wherever its parcel is. */
  refund: boolean;
}

export function actsOf({ state, deliveryState }: Pick<Order, "state" | "deliveryState">): Acts {
  const paid = state === "CONFIRMED";
  return { ship: paid && deliveryState === "PREPARING", deliver: paid && deliveryState === "SHIPPED", refund: paid };
}
