// Placing the order that was shown: the total goes along, so that another total is refused, not charged.
import type { ShopError } from "@/ipc/errors";
import type { Order, PlaceOrder } from "@/ipc/generated/operations";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { useRequestKey } from "@/shared/hooks/useRequestKey";

interface Placing {
  /** Answers undefined when it was refused. */
  place: (request: PlaceOrder) => Promise<Order | undefined>;
  pending: boolean;
}

/** `onRefused` answers true when the page shows the refusal itself. */
export function usePlaceOrder(onRefused: (error: ShopError) => boolean): Placing {
  const { keyFor, failed } = useRequestKey();
  const operation = useOperation("place_order", {
    forgets: [keys.orders, keys.coupons, keys.cart],
    onError: (error) => {
      failed(error);
      return onRefused(error);
    },
  });
  const place = (request: PlaceOrder) => operation.run(request, { idempotencyKey: keyFor(request) });
  return { place, pending: operation.pending };
}
