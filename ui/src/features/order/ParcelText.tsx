// Where a parcel is: its carrier and number, with the carrier's page and a button that copies the number; or the code with which the
// order is picked up.
import { ActionIcon, Anchor, CopyButton, Group, Stack, Text, Tooltip } from "@mantine/core";
import { Check, Copy, ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Order } from "@/ipc/generated/operations";
import classes from "./ParcelText.module.css";

type Parcel = Pick<Order, "carrier" | "trackingNumber" | "trackingUrl">;

export function hasTracking({ carrier, trackingNumber }: Parcel): boolean {
  return carrier != null || trackingNumber != null;
}

export function ParcelText({ parcel: { carrier, trackingNumber, trackingUrl } }: { parcel: Parcel }) {
  const { t } = useTranslation("orders");
  return (
    <Stack gap={4} align="flex-start">
      {carrier && <Text fw={600}>{carrier}</Text>}
      {trackingNumber && (
        <Group gap={4}>
          <Text className="tabular">{trackingNumber}</Text>
          <CopyNumber number={trackingNumber} />
        </Group>
      )}
      {trackingUrl && (
        <Anchor href={trackingUrl} target="_blank" rel="noreferrer noopener" py={3}>
          {t("parcel.follow")} <ExternalLink size={14} aria-hidden />
        </Anchor>
      )}
    </Stack>
  );
}

function CopyNumber({ number }: { number: string }) {
  const { t } = useTranslation("orders");
  return (
    <CopyButton value={number}>
      {({ copied, copy }) => {
        const label = t(copied ? "parcel.copied" : "parcel.copy");
        return (
          <Tooltip label={label}>
            <ActionIcon size="md" variant="subtle" color="gray" aria-label={label} onClick={copy}>
              {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        );
      }}
    </CopyButton>
  );
}

/** The digits are large, so that they are read across a counter. */
export function PickupCode({ code }: { code: string }) {
  const { t } = useTranslation("orders");
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t("parcel.code")}
      </Text>
      <Text className={`tabular ${classes.code}`}>{code}</Text>
    </div>
  );
}
