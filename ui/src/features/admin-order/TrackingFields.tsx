// Carrier and tracking number as an admin types them. The known carriers are offered; any other can be typed.
import { Autocomplete, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

export interface Tracking {
  carrier: string;
  trackingNumber: string;
}

interface TrackingFieldsProps {
  tracking: Tracking;
  /** The names that are offered. */
  carriers: readonly string[];
  onChange: (tracking: Tracking) => void;
}

export function TrackingFields({ tracking, carriers, onChange }: TrackingFieldsProps) {
  const { t } = useTranslation("adminOrders");
  return (
    <Stack gap="sm">
      <Autocomplete label={t("tracking.carrier")} data={[...carriers]} maxLength={50} value={tracking.carrier} onChange={(carrier) => onChange({ ...tracking, carrier })} />
      <TextInput
        label={t("tracking.number")}
        description={t("tracking.numberHint")}
        maxLength={40}
        inputMode="numeric"
        className="tabular"
        value={tracking.trackingNumber}
        onChange={(event) => onChange({ ...tracking, trackingNumber: event.currentTarget.value })}
      />
    </Stack>
  );
}

/** What is sent: an empty field is left out. */
export function trackingOf({ carrier, trackingNumber }: Tracking): { carrier?: string; trackingNumber?: string } {
  const given = (typed: string) => (typed.trim() === "" ? undefined : typed.trim());
  return { carrier: given(carrier), trackingNumber: given(trackingNumber) };
}
