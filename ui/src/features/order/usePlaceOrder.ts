// Places the order that was shown. The request carries the total, so that another total is refused instead of charged.
import type { ShopError } from "@/ipc/errors";
import type { PlaceOrder } from "@/ipc/generated/operations";
import { type Operation, useOperation } from "@/shared/hooks/useOperation";
import { useRequestKey } from "@/shared/hooks/useRequestKey";

interface Placing {
  place: (request: PlaceOrder) => ReturnType<Operation<"place_order">["run"]>;
  pending: boolean;
}

/** `onRefused` answers true when the page shows the refusal itself. */
export function usePlaceOrder(onRefused: (error: ShopError) => boolean): Placing {
  const { keyFor, failed } = useRequestKey();
  const operation = useOperation("place_order", {
    onError: (error) => {
      failed(error);
      return onRefused(error);
    },
  });
  const place = (request: PlaceOrder) => operation.run(request, { idempotencyKey: keyFor(request) });
  return { place, pending: operation.pending };
}
