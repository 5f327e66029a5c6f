// The two steps of a delivery: ship, which can be undone for ten seconds, and deliver.
import { useTranslation } from "react-i18next";
import type { AdminOrder } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { confirm } from "@/shared/components/ConfirmDialog";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";
import { useUndoShip } from "./useUndoShip";

export interface Parcel {
  ship: (order: AdminOrder) => Promise<void>;
  deliver: (order: AdminOrder) => Promise<void>;
  pending: boolean;
}

/** Both ask first: a customer sees them at once. */
export function useParcel(): Parcel {
  const { t } = useTranslation("adminOrders");
  const offerUndo = useUndoShip();
  const ship = useOperation("ship_order", {
    onSuccess: ({ id, orderNumber }) => offerUndo(t("ship.done", { number: orderNumber }), [{ row: { id, orderNumber }, at: Date.now() }]),
  });
  const deliver = useOperation("deliver_order", { onSuccess: ({ orderNumber }) => toastSuccess(t("deliver.done", { number: orderNumber })) });

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
