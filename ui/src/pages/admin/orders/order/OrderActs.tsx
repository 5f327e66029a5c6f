// The actions of an order: the next step of its delivery, and the refund.
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actsOf } from "@/features/admin-order/acts";
import { RefundDialog } from "@/features/admin-order/RefundDialog";
import { useParcel } from "@/features/admin-order/useParcel";
import { useMay } from "@/features/user/session";
import type { AdminOrder } from "@/ipc/generated/operations";

export function OrderActs({ order }: { order: AdminOrder }) {
  const { t } = useTranslation("adminOrders");
  const [refunding, setRefunding] = useState(false);
  const { ship, deliver, pending } = useParcel();
  const may = useMay();
  const acts = actsOf(order);
  return (
    <Group gap="xs">
      {acts.refund && may("refund_order") && (
        <Button variant="default" onClick={() => setRefunding(true)}>
          {t("action.refund")}
        </Button>
      )}
      {acts.ship && (
        <Button loading={pending} onClick={() => void ship(order)}>
          {t("action.ship")}
        </Button>
      )}
      {acts.deliver && (
        <Button loading={pending} onClick={() => void deliver(order)}>
          {t("action.deliver")}
        </Button>
      )}
      <RefundDialog order={order} opened={refunding} onClose={() => setRefunding(false)} />
    </Group>
  );
}
