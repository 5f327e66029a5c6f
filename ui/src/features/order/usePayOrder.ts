// Pays an order with points, or by a deposit. After most refusals it can be paid again; only PAYMENT_FAILED ends it.
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Order } from "@/ipc/generated/operations";
import { useOperation } from "@/shared/hooks/useOperation";
import { useRequestKey } from "@/shared/hooks/useRequestKey";
import { oneKey } from "@/shared/queryKeys";
import { toastError } from "@/shared/toast";
import { payRequest } from "./payChoice";

/** `awaited`: the deposit is still to come. `failed`: the order has ended, stock and coupons were restored. `open`: it can still be
 * paid; the reason was shown. */
export type PayOutcome = "paid" | "awaited" | "failed" | "open";

type Choice = Parameters<typeof payRequest>[1];
const WITH_POINTS: Choice = { method: "POINT", points: 0, depositor: undefined };

export function usePayOrder(): { pay: (order: Pick<Order, "id" | "totalAmount">, choice?: Choice) => Promise<PayOutcome>; pending: boolean } {
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

  const pay = async (order: Pick<Order, "id" | "totalAmount">, choice = WITH_POINTS): Promise<PayOutcome> => {
    const { id } = order;
    const request = payRequest(order, choice);
    const payment = await operation.run(request, { idempotencyKey: keyFor(request) });
    if (payment.kind === "ok") return payment.value.state === "PENDING" ? "awaited" : "paid";
    if (payment.kind !== "refused" || payment.code !== "PAYMENT_FAILED") return "open";
    // The page that follows must not see the order as it was before.
    client.removeQueries({ queryKey: oneKey("orders", id) });
    return "failed";
  };
  return { pay, pending: operation.pending };
}
