// The customer's name for an address, and the mark of the default.
import { Badge, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Address } from "@/ipc/generated/operations";

export function AddressName({ address: { label, isDefault } }: { address: Address }) {
  const { t } = useTranslation("me");
  return (
    <Group gap="xs" mb={4}>
      <Text fw={700}>{label}</Text>
      {isDefault && (
        <Badge variant="light" tt="none" c="var(--accent-text-strong)">
          {t("addresses.default")}
        </Badge>
      )}
    </Group>
  );
}
