// Moves a return on, with words that its customer reads. A rejected one needs them.
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { AdminReturn } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useOperation } from "@/shared/hooks/useOperation";
import { useRequestKey } from "@/shared/hooks/useRequestKey";
import { errorText } from "@/shared/text/errorText";
import { toastError, toastSuccess } from "@/shared/toast";

export type Move = "approve" | "reject" | "receive";

/** In characters; the shop checks it again. */
const NOTE_LONGEST = 200;

interface MoveDialogProps {
  row: AdminReturn;
  /** Undefined while the dialog is closed. */
  move: Move | undefined;
  onClose: () => void;
}

export function MoveDialog({ row, move, onClose }: MoveDialogProps) {
  const { t } = useTranslation(["adminReturns", "common"]);
  return (
    <Modal opened={move !== undefined} onClose={onClose} title={t(`${move ?? "approve"}.title`)} closeButtonProps={{ "aria-label": t("common:close") }}>
      {/* Inside, so that each opening begins with an empty form. */}
      {move !== undefined && <MoveForm row={row} move={move} onClose={onClose} />}
    </Modal>
  );
}

function MoveForm({ row, move, onClose }: { row: AdminReturn; move: Move; onClose: () => void }) {
  const { t } = useTranslation(["adminReturns", "common"]);
  const fieldText = useFieldText();
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const { run, pending } = useMove(move, onClose);
  const words = note.trim();
  const isRejected = move === "reject";
  const fault = isRejected && words === "" ? "required" : [...words].length > NOTE_LONGEST ? "tooLong" : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fault === undefined) void run(row.id, words);
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{t(`${move}.text`, { name: row.userName, number: row.orderNumber })}</Text>
        <TextInput
          data-autofocus
          label={t(isRejected ? "noteNeeded" : "note")}
          description={t("noteHint")}
          error={asked && fault !== undefined && fieldText({ message: fault })}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" color={isRejected ? "red.9" : undefined} loading={pending}>
            {t(`${move}.action`)}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function useMove(move: Move, onDone: () => void) {
  const { t } = useTranslation("adminReturns");
  const { keyFor, failed } = useRequestKey();
  const refusalText = (error: ShopError) => {
    const isMoved = error.code === "CONFLICT" && "state" in error.details && error.details.state != null;
    return isMoved ? t("moved", { state: t(`state.${error.details.state as AdminReturn["state"]}`) }) : errorText(error);
  };
  const options = {
    onSuccess: ({ orderNumber }: AdminReturn) => {
      toastSuccess(t(`${move}.done`, { number: orderNumber }));
      onDone();
    },
    onError: (error: ShopError) => {
      failed(error);
      toastError(error, refusalText(error));
      if (error.code === "CONFLICT") onDone();
      return true;
    },
  };
  const approve = useOperation("approve_return", options);
  const receive = useOperation("receive_return", options);
  const reject = useOperation("reject_return", options);
  const run = (id: number, words: string) => {
    const request = { id, note: words };
    const key = { idempotencyKey: keyFor(request) };
    if (move === "reject") return reject.run(request, key);
    const moved = { id, note: words === "" ? undefined : words };
    return move === "approve" ? approve.run(moved, key) : receive.run(moved, key);
  };
  return { run, pending: approve.pending || receive.pending || reject.pending };
}
