// The notes on an order or a customer, latest first. Customers never see them.
import { ActionIcon, Group, Text, Tooltip } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Note } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { confirm } from "@/shared/components/ConfirmDialog";
import { DateText } from "@/shared/components/DateText";
import { RowsSkeleton } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { useOperation } from "@/shared/hooks/useOperation";
import { toastSuccess } from "@/shared/toast";
import { type NoteTarget, useNotes } from "./queries";
import classes from "./Notes.module.css";

interface NotesProps {
  target: NoteTarget;
  id: number;
  /** Shown where there are none; left out, nothing is. */
  empty?: string;
}

export function Notes({ target, id, empty }: NotesProps) {
  const notes = useNotes(target, id);
  const none = empty === undefined ? null : (
    <Text size="sm" c="dimmed">
      {empty}
    </Text>
  );
  return (
    <QueryView query={notes} skeleton={<RowsSkeleton rows={1} />} isEmpty={({ items }) => items.length === 0} empty={none}>
      {({ items }) => (
        <ul className={classes.notes}>
          {items.map((note) => (
            <OneNote key={note.id} note={note} />
          ))}
        </ul>
      )}
    </QueryView>
  );
}

function OneNote({ note: { id, body, actorName, createdAt } }: { note: Note }) {
  const { t } = useTranslation("adminNotes");
  const remove = useOperation("delete_note", { onSuccess: () => toastSuccess(t("deleted")) });
  const ask = async () => {
    const agreed = await confirm({ title: t("deleteTitle"), changes: [body], confirmLabel: t("delete"), destructive: true });
    if (agreed) await remove.run({ id }, { idempotencyKey: uniqueKey() });
  };
  return (
    <li className={classes.note}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Text size="sm" className={classes.body}>
          {body}
        </Text>
        <Tooltip label={t("delete")}>
          <ActionIcon variant="subtle" color="gray" size={44} mt={-10} mr={-12} aria-label={t("deleteThis", { body: body.slice(0, 40) })} loading={remove.pending} onClick={() => void ask()}>
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Text size="xs" c="dimmed">
        {actorName ? `${actorName} · ` : ""}
        <DateText at={createdAt} withTime />
      </Text>
    </li>
  );
}
