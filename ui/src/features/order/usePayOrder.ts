// Pays an order with points. After most refusals it can be paid again; only PAYMENT_FAILED ends it.
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Order } from "@/ipc/generated/operations";
import { useOperation } from "@/shared/hooks/useOperation";
import { useRequestKey } from "@/shared/hooks/useRequestKey";
import { oneKey } from "@/shared/queryKeys";
import { toastError } from "@/shared/toast";

/** `failed`: the order has ended, stock and coupons were restored. `open`: it can still be paid; the reason was shown. */
export type PayOutcome = "paid" | "failed" | "open";

export function usePayOrder(): { pay: (order: Pick<Order, "id" | "totalAmount">) => Promise<PayOutcome>; pending: boolean } {
  const { t } = useTranslation("orders");
  const client = useQueryClient();
  const { keyFor, failed } = useRequestKey();
  const operation = useOperation("pay_order", {
    onError: (error) => {
      failed(error);
      if (error.code === "INVALID_ORDER_STATE" && error.details.state === "CONFIRMED") {
        toastError(error, t("alreadyPaid"));
        return true;
      }
      // The page of the failed order explains it.
      return error.code === "PAYMENT_FAILED";
    },
  });

  const pay = async ({ id, totalAmount }: Pick<Order, "id" | "totalAmount">): Promise<PayOutcome> => {
    const request = { orderId: id, paymentMethod: "POINT", amount: totalAmount } as const;
    const payment = await operation.run(request, { idempotencyKey: keyFor(request) });
    if (payment.kind === "ok") return "paid";
    if (payment.kind !== "refused" || payment.code !== "PAYMENT_FAILED") return "open";
    // The page that follows must not see the order as it was before.
    client.removeQueries({ queryKey: oneKey("orders", id) });
    return "failed";
  };
  return { pay, pending: operation.pending };
}
