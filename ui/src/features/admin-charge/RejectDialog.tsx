// Rejects a request for points, with a reason that its customer reads.
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdminCharge } from "@/ipc/generated/operations";
import { Form } from "@/shared/forms/Form";
import { useFieldText } from "@/shared/forms/useFieldText";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { useRequestKey } from "@/shared/hooks/useRequestKey";
import { formatWon } from "@/shared/text/format";
import { toastError, toastSuccess } from "@/shared/toast";
import { useRefusalText } from "./refusal";

/** In characters; the shop checks it again. */
const REASON_LONGEST = 200;

interface RejectDialogProps {
  /** Undefined while the dialog is closed. */
  row: AdminCharge | undefined;
  onClose: () => void;
}

export function RejectDialog({ row, onClose }: RejectDialogProps) {
  const { t } = useTranslation(["adminDeposits", "common"]);
  return (
    <Modal opened={row !== undefined} onClose={onClose} title={t("reject.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      {/* Inside, so that each opening begins with an empty form. */}
      {row !== undefined && <RejectForm row={row} onClose={onClose} />}
    </Modal>
  );
}

function RejectForm({ row, onClose }: { row: AdminCharge; onClose: () => void }) {
  const { t } = useTranslation(["adminDeposits", "common"]);
  const lang = useLang();
  const fieldText = useFieldText();
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { run, pending } = useReject(onClose);
  const words = reason.trim();
  const fault = words === "" ? "required" : [...words].length > REASON_LONGEST ? "tooLong" : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fault === undefined) void run(row, words);
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{t("reject.text", { name: row.depositorName, amount: formatWon(row.amount, lang) })}</Text>
        <TextInput
          data-autofocus
          label={t("reject.reason")}
          description={t("reject.reasonHint")}
          error={asked && fault !== undefined && fieldText({ message: fault })}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" color="red.9" loading={pending}>
            {t("reject.action")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function useReject(onDone: () => void) {
  const { t } = useTranslation("adminDeposits");
  const refusalText = useRefusalText();
  const { keyFor, failed } = useRequestKey();
  const operation = useOperation("reject_charge", {
    onSuccess: ({ depositorName }) => {
      toastSuccess(t("reject.done", { name: depositorName }));
      onDone();
    },
    onError: (error) => {
      failed(error);
      toastError(error, refusalText(error));
      if (error.code === "CONFLICT") onDone();
      return true;
    },
  });
  const run = (row: AdminCharge, reason: string) => {
    const request = { id: row.id, reason };
    return operation.run(request, { idempotencyKey: keyFor(request) });
  };
  return { run, pending: operation.pending };
}
