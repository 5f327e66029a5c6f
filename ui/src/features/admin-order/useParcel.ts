// The two steps of a parcel: it leaves, it arrives.
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { AnyOrder } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";
import { MOVED } from "./effects";

export interface Parcel {
  ship: (order: AnyOrder) => Promise<void>;
  deliver: (order: AnyOrder) => Promise<void>;
  pending: boolean;
}

/** Both ask first: neither step can be taken back. */
export function useParcel(): Parcel {
  const { t } = useTranslation("adminOrders");
  const client = useQueryClient();
  const onError = () => {
    // Mostly somebody else was faster: the toast says so, and what is shown is asked for anew.
    void client.invalidateQueries({ queryKey: keys.adminOrders });
    return undefined;
  };
  const ship = useOperation("ship_order", { forgets: MOVED, onSuccess: ({ orderNumber }) => toastSuccess(t("ship.done", { number: orderNumber })), onError });
  const deliver = useOperation("deliver_order", { forgets: MOVED, onSuccess: ({ orderNumber }) => toastSuccess(t("deliver.done", { number: orderNumber })), onError });

  return {
    ship: async ({ id, orderNumber }) => {
      const changes = [t("ship.changes", { number: orderNumber }), t("bulk.customers")];
      const agreed = await confirm({ title: t("ship.title"), changes, confirmLabel: t("action.ship") });
      if (agreed) await ship.run({ id }, { idempotencyKey: uniqueKey() });
    },
    deliver: async ({ id, orderNumber }) => {
      const changes = [t("deliver.changes", { number: orderNumber })];
      const agreed = await confirm({ title: t("deliver.title"), changes, confirmLabel: t("action.deliver") });
      if (agreed) await deliver.run({ id }, { idempotencyKey: uniqueKey() });
    },
    pending: ship.pending || deliver.pending,
  };
}
