// An address as it is read: the place, and below it the recipient.
import { Text } from "@mantine/core";
import type { ShippingAddress } from "@/ipc/generated/operations";

export function AddressText({ to: { recipientName, phone, zipCode, address, detailAddress } }: { to: ShippingAddress }) {
  return (
    <>
      {/* An order that is picked up has no address. */}
      {address !== "" && (
        <Text>
          ({zipCode}) {address} {detailAddress}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {recipientName} · <span className="tabular">{phone}</span>
      </Text>
    </>
  );
}
