// The actions of an order: the next step of its delivery, and the refund.
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actsOf } from "@/features/admin-order/acts";
import { HandOverDialog } from "@/features/admin-order/HandOverDialog";
import { RefundDialog } from "@/features/admin-order/RefundDialog";
import { ShipDialog } from "@/features/admin-order/ShipDialog";
import { useParcel } from "@/features/admin-order/useParcel";
import { useShop } from "@/features/shop/queries";
import { useMay } from "@/features/user/session";
import type { AdminOrder } from "@/ipc/generated/operations";

export function OrderActs({ order }: { order: AdminOrder }) {
  const { t } = useTranslation("adminOrders");
  const [refunding, setRefunding] = useState(false);
  const [moving, setMoving] = useState<"ship" | "handOver">();
  const { deliver, pending } = useParcel();
  const carriers = useShop().data?.shipping.carriers ?? [];
  const isPickup = order.deliveryMethod === "PICKUP";
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
        <Button onClick={() => setMoving("ship")}>
          {t(isPickup ? "action.ready" : "action.ship")}
        </Button>
      )}
      {acts.deliver && (
        <Button loading={pending} onClick={() => (isPickup ? setMoving("handOver") : void deliver(order))}>
          {t(isPickup ? "action.handOver" : "action.deliver")}
        </Button>
      )}
      <ShipDialog order={order} carriers={carriers} opened={moving === "ship"} onClose={() => setMoving(undefined)} />
      <HandOverDialog order={order} opened={moving === "handOver"} onClose={() => setMoving(undefined)} />
      <RefundDialog order={order} opened={refunding} onClose={() => setRefunding(false)} />
    </Group>
  );
}
