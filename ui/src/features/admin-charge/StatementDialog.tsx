// Deposits by the statement of the bank: pasted or chosen as a file, matched by the shop as a preview, and confirmed as picked.
import { Button, FileButton, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { FileSpreadsheet } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShopError } from "@/ipc/errors";
import type { MatchPayments, StatementPreview } from "@/ipc/generated/operations";
import { FormError } from "@/shared/forms/FormError";
import { useOperation } from "@/shared/hooks/useOperation";
import { toBase64 } from "@/shared/toBase64";
import type { Deposit } from "./deposit";
import { StatementLines } from "./StatementLines";

interface StatementDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Confirms the picked deposits; answers whether all of them were. */
  onConfirm: (rows: readonly Deposit[]) => Promise<boolean>;
}

export function StatementDialog({ opened, onClose, onConfirm }: StatementDialogProps) {
  const { t } = useTranslation(["adminDeposits", "common"]);
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={t("statement.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      {/* Inside, so that each opening begins with an empty field. */}
      <Statement onConfirm={(rows) => void onConfirm(rows).then((whole) => whole && onClose())} />
    </Modal>
  );
}

function Statement({ onConfirm }: { onConfirm: (rows: readonly Deposit[]) => void }) {
  const [preview, setPreview] = useState<StatementPreview>();
  const matching = useOperation("match_payments", { onSuccess: setPreview, onError: () => true });
  if (preview !== undefined) return <StatementLines preview={preview} onConfirm={onConfirm} onStartOver={() => setPreview(undefined)} />;
  return <Source pending={matching.pending} error={matching.error} onMatch={(request) => void matching.run(request)} />;
}

interface SourceProps {
  pending: boolean;
  error: ShopError | null;
  onMatch: (request: MatchPayments) => void;
}

function Source({ pending, error, onMatch }: SourceProps) {
  const { t } = useTranslation("adminDeposits");
  const [text, setText] = useState("");
  const choose = async (file: File | null) => {
    if (file !== null) onMatch({ data: await toBase64(file) });
  };
  return (
    <Stack gap="md">
      <Text size="sm">{t("statement.text")}</Text>
      <Refusal error={error} />
      <Textarea
        data-autofocus
        label={t("statement.paste")}
        description={t("statement.banks")}
        rows={8}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        classNames={{ input: "tabular" }}
      />
      <Group justify="flex-end" gap="xs">
        <FileButton accept=".csv,.xlsx,text/csv" onChange={(file) => void choose(file)} disabled={pending}>
          {(button) => (
            <Button {...button} variant="default" leftSection={<FileSpreadsheet size={16} aria-hidden />} disabled={pending}>
              {t("statement.file")}
            </Button>
          )}
        </FileButton>
        <Button loading={pending} disabled={text.trim() === ""} onClick={() => onMatch({ csv: text })}>
          {t("statement.match")}
        </Button>
      </Group>
    </Stack>
  );
}

/** Columns that no bank has are the commonest fault, and have words of their own. */
function Refusal({ error }: { error: ShopError | null }) {
  const { t } = useTranslation("adminDeposits");
  const isUnknown = error?.code === "INVALID_INPUT" && error.details.fields.some(({ reason }) => reason === "UNKNOWN_COLUMNS");
  if (!isUnknown) return <FormError error={error} />;
  return (
    <Text role="alert" size="sm" c="var(--mantine-color-error)">
      {t("statement.unknown")}
    </Text>
  );
}
