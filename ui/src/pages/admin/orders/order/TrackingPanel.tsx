// The parcel of an order: its carrier and number, which can be corrected until it is delivered, or the code of one that is picked up.
import { Button, Group, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { TrackingFields, trackingOf } from "@/features/admin-order/TrackingFields";
import { hasTracking, ParcelText, PickupCode } from "@/features/order/ParcelText";
import { useShop } from "@/features/shop/queries";
import { useMay } from "@/features/user/session";
import type { AdminOrder } from "@/ipc/generated/operations";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { Form } from "@/shared/forms/Form";
import { FormError } from "@/shared/forms/FormError";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";

export function TrackingPanel({ order }: { order: AdminOrder }) {
  const { t } = useTranslation("adminOrders");
  const [correcting, setCorrecting] = useState(false);
  const may = useMay();
  if (order.pickupCode) {
    return (
      <TitledPanel title={t("tracking.pickup")}>
        <PickupCode code={order.pickupCode} />
      </TitledPanel>
    );
  }
  const isOpen = order.state === "CONFIRMED" && (order.deliveryState === "SHIPPED" || (order.deliveryState === "PREPARING" && hasTracking(order)));
  if (!isOpen && !hasTracking(order)) return null;
  return (
    <TitledPanel title={t("tracking.title")}>
      {correcting ? (
        <CorrectForm order={order} onClose={() => setCorrecting(false)} />
      ) : (
        <Group justify="space-between" align="flex-start">
          {hasTracking(order) ? <ParcelText parcel={order} /> : <Text c="dimmed">{t("tracking.none")}</Text>}
          {isOpen && may("set_tracking") && (
            <Button variant="default" size="compact-md" onClick={() => setCorrecting(true)}>
              {t(hasTracking(order) ? "tracking.correct" : "tracking.add")}
            </Button>
          )}
        </Group>
      )}
    </TitledPanel>
  );
}

/** Made from what was read: another correction meanwhile is not overwritten unseen. */
function CorrectForm({ order, onClose }: { order: AdminOrder; onClose: () => void }) {
  const { t } = useTranslation(["adminOrders", "common"]);
  const [{ carrier, trackingNumber, readAt }, setTyped] = useState({ carrier: order.carrier ?? "", trackingNumber: order.trackingNumber ?? "", readAt: order.updatedAt });
  const { key, renew } = useIdempotencyKey();
  const set = useOperation("set_tracking", {
    onSuccess: () => {
      toastSuccess(t("tracking.saved"));
      onClose();
    },
    onError: () => true,
  });
  const carriers = useShop().data?.shipping.carriers ?? [];
  const isStale = set.error?.code === "CONFLICT";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void set.run({ id: order.id, ...trackingOf({ carrier, trackingNumber }), updatedAt: readAt }, { idempotencyKey: key });
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        <TrackingFields
          tracking={{ carrier, trackingNumber }}
          carriers={carriers}
          onChange={(typed) => {
            setTyped({ ...typed, readAt });
            renew();
          }}
        />
        {isStale ? (
          <Text role="alert" size="sm" c="var(--mantine-color-error)">
            {t("tracking.stale")}
          </Text>
        ) : (
          <FormError error={set.error} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={set.pending} disabled={isStale}>
            {t("tracking.save")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
