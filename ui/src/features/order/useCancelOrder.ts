// Canceling an unpaid order and refunding a paid one: one operation of the shop, confirmed in a dialog that lists what is
// restored.
import { useTranslation } from "react-i18next";
import type { Order } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatPoints, formatWon } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import { awaitedOf, partsOf, standingOf } from "./orderState";

export function useCancelOrder(): { cancel: (order: Order) => Promise<void>; pending: boolean } {
  const { t } = useTranslation("orders");
  const lang = useLang();
  const operation = useOperation("cancel_order", {
    onSuccess: (order) => toastSuccess(t(doneText(order))),
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

  function changesOf(order: Order, paid: boolean): string[] {
    const { orderNumber, coupons, items } = order;
    const { points, outside } = partsOf(order);
    const changes = [paid ? t("refund.order", { number: orderNumber }) : t("cancel.order", { number: orderNumber })];
    changes.push(t("givenBack.stock", { count: items.length }));
    if (points > 0) changes.push(t("givenBack.points", { points: formatPoints(points, lang) }));
    if (outside > 0) changes.push(t("givenBack.outside", { amount: formatWon(outside, lang) }));
    if (awaitedOf(order) !== undefined) changes.push(t("givenBack.deposit"));
    if (coupons.length > 0) changes.push(t("givenBack.coupons", { count: coupons.length, names: coupons.map(({ name }) => name).join(", ") }));
    return changes;
  }
}

function doneText({ state, payment }: Order) {
  if (state !== "REFUNDED") return "cancel.done";
  return payment && payment.method !== "POINT" ? "refund.doneOutside" : "refund.done";
}
