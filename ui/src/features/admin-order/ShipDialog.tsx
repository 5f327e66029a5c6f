// Shipping an order: what changes, and the carrier with its number. An order that is picked up has neither.
import { Button, Group, List, Modal, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminOrder } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { TrackingFields, trackingOf } from "./TrackingFields";
import { useUndoShip } from "./useUndoShip";

interface ShipDialogProps {
  order: AdminOrder;
  /** The names that are offered. */
  carriers: readonly string[];
  opened: boolean;
  onClose: () => void;
}

export function ShipDialog({ order, carriers, opened, onClose }: ShipDialogProps) {
  const { t } = useTranslation(["adminOrders", "common"]);
  const title = t(order.deliveryMethod === "PICKUP" ? "ship.pickupTitle" : "ship.title");
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("common:close") }}>
      <ShipForm order={order} carriers={carriers} onClose={onClose} />
    </Modal>
  );
}

function ShipForm({ order: { id, orderNumber, deliveryMethod, ...order }, carriers, onClose }: Omit<ShipDialogProps, "opened">) {
  const { t } = useTranslation(["adminOrders", "common"]);
  const isPickup = deliveryMethod === "PICKUP";
  const [tracking, setTracking] = useState({ carrier: order.carrier ?? "", trackingNumber: order.trackingNumber ?? "" });
  const { key, renew } = useIdempotencyKey();
  const offerUndo = useUndoShip();
  const ship = useOperation("ship_order", {
    onSuccess: (shipped) => {
      offerUndo(t("ship.done", { number: shipped.orderNumber }), [{ row: { id: shipped.id, orderNumber: shipped.orderNumber }, at: Date.now() }]);
      onClose();
    },
    onError: () => true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void ship.run({ id, ...(isPickup ? {} : trackingOf(tracking)) }, { idempotencyKey: key });
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <List size="sm">
          <List.Item>{t(isPickup ? "ship.pickupChanges" : "ship.changes", { number: orderNumber })}</List.Item>
          <List.Item>{t("bulk.customers")}</List.Item>
        </List>
        {!isPickup && (
          <TrackingFields
            tracking={tracking}
            carriers={carriers}
            onChange={(typed) => {
              setTracking(typed);
              renew();
            }}
          />
        )}
        <FormError error={ship.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={ship.pending} data-autofocus>
            {t(isPickup ? "action.ready" : "action.ship")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
