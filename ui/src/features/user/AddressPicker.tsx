// Where the order goes: the chosen address, the others behind one click, and a new or a changed one in place.
import { Button, Group, Radio, Skeleton, Stack } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Address, User } from "@/ipc/generated/operations";
import { Delayed } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { MOST_ADDRESSES } from "./addressBook";
import { AddressForm } from "./AddressForm";
import { AddressName } from "./AddressName";
import { AddressText } from "./AddressText";
import { useAddresses } from "./queries";
import classes from "./AddressPicker.module.css";

interface AddressPickerProps {
  /** The book's first one, which is the default, when left out. */
  chosenId: number | undefined;
  onChoose: (id: number) => void;
  owner: User;
}

export function AddressPicker(props: AddressPickerProps) {
  const book = useAddresses();
  return (
    <QueryView query={book} skeleton={<Delayed><Skeleton className={classes.shape} radius="md" /></Delayed>}>
      {({ items }) => <Picker addresses={items} {...props} />}
    </QueryView>
  );
}

function Picker({ addresses, chosenId, onChoose, owner }: AddressPickerProps & { addresses: readonly Address[] }) {
  const [mode, setMode] = useState<"chosen" | "all" | "new" | "edit">("chosen");
  const showChosen = () => setMode("chosen");
  const chosen = addresses.find(({ id }) => id === chosenId) ?? addresses[0];
  if (mode === "new" || mode === "edit" || chosen === undefined) {
    const saved = (address: Address) => {
      onChoose(address.id);
      showChosen();
    };
    return (
      <AddressForm
        address={mode === "edit" ? chosen : undefined}
        owner={owner}
        isFirst={addresses.length === 0}
        onSaved={saved}
        onCancel={chosen === undefined ? undefined : showChosen}
      />
    );
  }
  if (mode === "chosen") return <Chosen address={chosen} onEdit={() => setMode("edit")} onChange={() => setMode("all")} />;
  return <All addresses={addresses} chosen={chosen} onChoose={onChoose} onNew={() => setMode("new")} onTake={showChosen} />;
}

function Chosen({ address, onEdit, onChange }: { address: Address; onEdit: () => void; onChange: () => void }) {
  const { t } = useTranslation(["checkout", "me"]);
  return (
    <Group justify="space-between" align="start">
      <div className={classes.words}>
        <AddressName address={address} />
        <AddressText to={address.shippingAddress} />
      </div>
      <Group gap="xs" wrap="nowrap" flex="none">
        <Button variant="subtle" color="gray" size="compact-md" onClick={onEdit} aria-label={t("me:addresses.editNamed", { label: address.label })}>
          {t("me:addresses.edit")}
        </Button>
        <Button variant="default" size="compact-md" onClick={onChange}>
          {t("address.change")}
        </Button>
      </Group>
    </Group>
  );
}

interface AllProps {
  addresses: readonly Address[];
  chosen: Address;
  onChoose: (id: number) => void;
  onNew: () => void;
  onTake: () => void;
}

function All({ addresses, chosen, onChoose, onNew, onTake }: AllProps) {
  const { t } = useTranslation("checkout");
  return (
    <Stack>
      <Radio.Group aria-label={t("address.title")} value={String(chosen.id)} onChange={(value) => onChoose(Number(value))}>
        <Stack gap="xs">
          {addresses.map((address) => (
            <Radio.Card key={address.id} value={String(address.id)} className={classes.card}>
              <Radio.Indicator />
              <div>
                <AddressName address={address} />
                <AddressText to={address.shippingAddress} />
              </div>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      <Group justify="space-between">
        <Button variant="subtle" leftSection={<Plus size={16} aria-hidden />} disabled={addresses.length >= MOST_ADDRESSES} onClick={onNew}>
          {t("address.new")}
        </Button>
        <Button variant="default" onClick={onTake}>
          {t("address.take")}
        </Button>
      </Group>
    </Stack>
  );
}
