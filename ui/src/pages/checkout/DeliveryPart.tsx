// Where the order goes: to an address, or to the shop where it is picked up. The choice is there only where the shop has both.
import { SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Delivery } from "./useDelivery";

interface DeliveryPartProps {
  delivery: Delivery;
  disabled: boolean;
  /** The address and what is asked of the delivery. */
  children: ReactNode;
}

export function DeliveryPart({ delivery, disabled, children }: DeliveryPartProps) {
  const { t } = useTranslation("checkout");
  const { shipping, method, setMethod } = delivery;
  if (shipping?.pickup !== true) return children;
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t("delivery.label")}
        fullWidth
        disabled={disabled}
        value={method}
        onChange={(value) => setMethod(value === "PICKUP" ? "PICKUP" : "DELIVERY")}
        data={[
          { value: "DELIVERY", label: t("delivery.DELIVERY") },
          { value: "PICKUP", label: t("delivery.PICKUP") },
        ]}
      />
      {method === "PICKUP" ? <PickupFields delivery={delivery} disabled={disabled} /> : children}
    </Stack>
  );
}

function PickupFields({ delivery, disabled }: Omit<DeliveryPartProps, "children">) {
  const { t } = useTranslation("checkout");
  const { shipping, name, setName, phone, setPhone } = delivery;
  return (
    <Stack gap="sm">
      {shipping?.pickupAddress && <Text>{shipping.pickupAddress}</Text>}
      {shipping?.pickupHours && (
        <Text size="sm" c="dimmed">
          {shipping.pickupHours}
        </Text>
      )}
      <TextInput label={t("delivery.name")} size="md" maxLength={100} autoComplete="name" disabled={disabled} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={t("delivery.phone")} size="md" type="tel" maxLength={30} autoComplete="tel" disabled={disabled} value={phone} onChange={(event) => setPhone(event.currentTarget.value)} />
      <Text size="sm" c="dimmed">
        {t("delivery.codeHint")}
      </Text>
    </Stack>
  );
}
