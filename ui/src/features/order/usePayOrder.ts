// Paying an order with points. Most refusals leave it to be paid again; only PAYMENT_FAILED ends it.
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { ShopError } from "@/ipc/errors";
import type { Order } from "@/ipc/generated/operations";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { useRequestKey } from "@/shared/hooks/useRequestKey";

/** `failed`: it is over, stock and coupons went back. `open`: it can still be paid; why not now was told. */
export type PayOutcome = "paid" | "failed" | "open";

export function usePayOrder(): { pay: (order: Pick<Order, "id" | "totalAmount">) => Promise<PayOutcome>; pending: boolean } {
  const client = useQueryClient();
  const { keyFor, failed } = useRequestKey();
  const refusal = useRef<ShopError>(undefined);
  const operation = useOperation("pay_order", {
    forgets: [keys.orders, keys.points, keys.session, keys.popular],
    onError: (error) => {
      failed(error);
      refusal.current = error;
      for (const queryKey of [keys.orders, keys.coupons, keys.products]) void client.invalidateQueries({ queryKey });
      // The page that the failure leads to says it all.
      return error.code === "PAYMENT_FAILED";
    },
  });

  const pay = async ({ id, totalAmount }: Pick<Order, "id" | "totalAmount">): Promise<PayOutcome> => {
    refusal.current = undefined;
    const request = { orderId: id, paymentMethod: "POINT", amount: totalAmount } as const;
    const payment = await operation.run(request, { idempotencyKey: keyFor(request) });
    if (payment !== undefined) return "paid";
    return hasFailed(refusal.current) ? "failed" : "open";
  };
  return { pay, pending: operation.pending };
}

function hasFailed(error: ShopError | undefined): boolean {
  return error?.code === "PAYMENT_FAILED";
}
