// Where the order goes: the chosen address, the others behind one click, and a new one in place.
import { Badge, Button, Group, Radio, Skeleton, Stack, Text } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Address } from "@/ipc/generated/operations";
import { Delayed } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { AddressPickerForm, type AddressOwner } from "./AddressPickerForm";
import { useAddresses } from "./queries";
import classes from "./AddressPicker.module.css";

/** The rule of the shop: so many addresses a person. */
const MOST = 20;

interface AddressPickerProps {
  chosenId: number | undefined;
  onChoose: (id: number) => void;
  /** Filled in beforehand, because most parcels go to oneself. */
  owner: AddressOwner;
}

export function AddressPicker(props: AddressPickerProps) {
  const book = useAddresses();
  return (
    <QueryView query={book} skeleton={<Delayed><Skeleton height={96} radius="md" /></Delayed>}>
      {({ items }) => <Picker addresses={items} {...props} />}
    </QueryView>
  );
}

function Picker({ addresses, chosenId, onChoose, owner }: AddressPickerProps & { addresses: readonly Address[] }) {
  const { t } = useTranslation("checkout");
  const [mode, setMode] = useState<"chosen" | "all" | "new">("chosen");
  const chosen = addresses.find(({ id }) => id === chosenId) ?? addresses[0];
  if (mode === "new" || chosen === undefined) {
    return (
      <AddressPickerForm
        owner={owner}
        first={addresses.length === 0}
        onSaved={(address) => {
          onChoose(address.id);
          setMode("chosen");
        }}
        onCancel={chosen === undefined ? undefined : () => setMode("chosen")}
      />
    );
  }
  if (mode === "chosen") {
    return (
      <Group justify="space-between" align="start" wrap="nowrap">
        <AddressText address={chosen} />
        <Button variant="default" size="compact-md" style={{ flex: "none" }} onClick={() => setMode("all")}>
          {t("address.change")}
        </Button>
      </Group>
    );
  }
  return (
    <Stack>
      <Radio.Group
        aria-label={t("address.title")}
        value={String(chosen.id)}
        onChange={(value) => onChoose(Number(value))}
      >
        <Stack gap="xs">
          {addresses.map((address) => (
            <Radio.Card key={address.id} value={String(address.id)} className={classes.card}>
              <Radio.Indicator />
              <AddressText address={address} />
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      <Group justify="space-between">
        <Button variant="subtle" leftSection={<Plus size={16} aria-hidden />} disabled={addresses.length >= MOST} onClick={() => setMode("new")}>
          {t("address.new")}
        </Button>
        <Button variant="default" onClick={() => setMode("chosen")}>
          {t("address.take")}
        </Button>
      </Group>
    </Stack>
  );
}

function AddressText({ address: { label, isDefault, shippingAddress } }: { address: Address }) {
  const { t } = useTranslation("checkout");
  return (
    <div>
      <Group gap="xs" mb={2}>
        <Text fw={600}>{label}</Text>
        {isDefault && (
          <Badge size="md" radius="sm" fw={500} variant="default" tt="none">
            {t("address.default")}
          </Badge>
        )}
      </Group>
      <Text>
        ({shippingAddress.zipCode}) {shippingAddress.address} {shippingAddress.detailAddress}
      </Text>
      <Text size="sm" c="dimmed">
        {shippingAddress.recipientName} · <span className="tabular">{shippingAddress.phone}</span>
      </Text>
    </div>
  );
}
