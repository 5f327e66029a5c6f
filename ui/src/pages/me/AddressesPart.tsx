// The address book. Deleting can be taken back for as long as the toast stands.
import { Button, Group, Modal, Text } from "@mantine/core";
import { MapPin, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MOST_ADDRESSES } from "@/features/user/addressBook";
import { AddressForm } from "@/features/user/AddressForm";
import { AddressName } from "@/features/user/AddressName";
import { AddressText } from "@/features/user/AddressText";
import { useAddresses } from "@/features/user/queries";
import type { Address, User } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { QueryView } from "@/shared/components/QueryView";
import { toastSuccess } from "@/shared/toast";
import classes from "./me.module.css";
import { useAddressChanges } from "./useAddressChanges";

export function AddressesPart({ owner }: { owner: User }) {
  const { t } = useTranslation(["me", "common"]);
  const book = useAddresses();
  const [edited, setEdited] = useState<Address | "new">();
  const isFull = (book.data?.items.length ?? 0) >= MOST_ADDRESSES;
  const add = (
    <Button leftSection={<Plus size={18} aria-hidden />} disabled={isFull} onClick={() => setEdited("new")}>
      {t("addresses.add")}
    </Button>
  );
  const close = () => setEdited(undefined);
  const saved = () => {
    toastSuccess(t("addresses.saved"));
    close();
  };
  return (
    <>
      <PageHeading title={t("nav.addresses")} aside={book.data?.items.length ? add : undefined} />
      {isFull && <Text c="dimmed" mb="md">{t("addresses.full", { count: MOST_ADDRESSES })}</Text>}
      <QueryView
        query={book}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState icon={MapPin} title={t("addresses.emptyTitle")} description={t("addresses.emptyText")} action={add} />}
      >
        {({ items }) => (
          <ul className={classes.cards}>
            {items.map((address) => (
              <li key={address.id} className={classes.card}>
                <AddressCard address={address} onEdit={() => setEdited(address)} />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <Modal
        opened={edited !== undefined}
        onClose={close}
        size="lg"
        title={edited === "new" ? t("addresses.form.newTitle") : t("addresses.form.editTitle")}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <AddressForm
          address={edited === "new" ? undefined : edited}
          owner={owner}
          isFirst={book.data?.items.length === 0}
          onSaved={saved}
          onCancel={close}
        />
      </Modal>
    </>
  );
}

function AddressCard({ address, onEdit }: { address: Address; onEdit: () => void }) {
  const { t } = useTranslation("me");
  const { makeDefault, remove, pending } = useAddressChanges();
  const { label, isDefault } = address;
  return (
    <>
      <AddressName address={address} />
      <AddressText to={address.shippingAddress} />
      <Group gap="xs" mt="md">
        <Button variant="default" size="xs" onClick={onEdit} aria-label={t("addresses.editNamed", { label })}>
          {t("addresses.edit")}
        </Button>
        <Button variant="default" size="xs" disabled={pending} onClick={() => remove(address)} aria-label={t("addresses.removeNamed", { label })}>
          {t("addresses.remove")}
        </Button>
        {!isDefault && (
          <Button variant="subtle" color="gray" size="xs" disabled={pending} onClick={() => makeDefault(address)} aria-label={t("addresses.makeDefaultNamed", { label })}>
            {t("addresses.makeDefault")}
          </Button>
        )}
      </Group>
    </>
  );
}
