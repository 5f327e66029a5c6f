// The saved filters: each can be applied and deleted.
import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { Bookmark, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSavedFilters } from "@/features/admin-order/savedFilters";
import { Form } from "@/shared/forms/Form";
import { toastSuccess } from "@/shared/toast";
import classes from "./SavedFilterMenu.module.css";

interface SavedFilterMenuProps {
  /** The query of the address that would be kept now. */
  address: string;
  onPick: (address: string) => void;
}

export function SavedFilterMenu({ address, onPick }: SavedFilterMenuProps) {
  const { t } = useTranslation("adminOrders");
  const [opened, setOpened] = useState(false);
  const { filters, save, forget } = useSavedFilters();
  const pick = (wanted: string) => {
    setOpened(false);
    onPick(wanted);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<Bookmark size={16} aria-hidden />} onClick={() => setOpened((before) => !before)}>
          {t("saved.menu")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("saved.menu")}>
        <Stack gap="sm">
          {filters.length === 0 && (
            <Text size="sm" c="dimmed">
              {t("saved.none")}
            </Text>
          )}
          {filters.length > 0 && (
            <ul className={classes.filters}>
              {filters.map(({ name, address: kept }) => (
                <li key={name} className={classes.filter}>
                  <button type="button" className={classes.pick} onClick={() => pick(kept)}>
                    {name}
                  </button>
                  <ActionIcon size="md" aria-label={t("saved.forget", { name })} onClick={() => forget(name)}>
                    <X size={14} aria-hidden />
                  </ActionIcon>
                </li>
              ))}
            </ul>
          )}
          {address !== "" && <SaveForm onSave={(name) => save({ name, address })} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function SaveForm({ onSave }: { onSave: (name: string) => void }) {
  const { t } = useTranslation("adminOrders");
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === "") return;
    onSave(wanted);
    setName("");
    toastSuccess(t("saved.done", { name: wanted }));
  };
  return (
    <Form onSubmit={submit}>
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput flex={1} size="sm" label={t("saved.save")} placeholder={t("saved.name")} maxLength={40} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" size="sm" variant="light">
          {t("saved.saveConfirm")}
        </Button>
      </Group>
    </Form>
  );
}
