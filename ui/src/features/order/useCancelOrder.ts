// Canceling an unpaid order and refunding a paid one: one operation of the shop, confirmed in a dialog that lists what is
// restored.
import { useTranslation } from "react-i18next";
import type { Order } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatPoints } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import { standingOf } from "./orderState";

export function useCancelOrder(): { cancel: (order: Order) => Promise<void>; pending: boolean } {
  const { t } = useTranslation("orders");
  const lang = useLang();
  const operation = useOperation("cancel_order", {
    onSuccess: (order) => toastSuccess(order.state === "REFUNDED" ? t("refund.done") : t("cancel.done")),
  });

  const cancel = async (order: Order) => {
    const paid = standingOf(order) !== "unpaid";
    const words = paid
      ? { title: t("refund.title"), confirmLabel: t("refund.confirm") }
      : { title: t("cancel.title"), confirmLabel: t("cancel.confirm") };
    if (await confirm({ ...words, keepLabel: t("keep"), changes: changesOf(order, paid), destructive: true })) {
      await operation.run({ id: order.id }, { idempotencyKey: uniqueKey() });
    }
  };
  return { cancel, pending: operation.pending };

  function changesOf({ orderNumber, totalAmount, coupons, items }: Order, paid: boolean): string[] {
    const changes = [paid ? t("refund.order", { number: orderNumber }) : t("cancel.order", { number: orderNumber })];
    changes.push(t("givenBack.stock", { count: items.length }));
    if (paid && totalAmount > 0) changes.push(t("givenBack.points", { points: formatPoints(totalAmount, lang) }));
    if (coupons.length > 0) changes.push(t("givenBack.coupons", { count: coupons.length, names: coupons.map(({ name }) => name).join(", ") }));
    return changes;
  }
}
