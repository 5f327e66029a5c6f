// Tracking numbers by the table of a carrier: a dry run says what each row does, and all rows are done together or none.
import { Button, FileButton, Group, List, Modal, Stack, Text, Textarea } from "@mantine/core";
import { FileSpreadsheet } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportedTracking, ImportTracking } from "@/ipc/generated/operations";
import { uniqueKey } from "@/ipc/uniqueKey";
import { FormError } from "@/shared/forms/FormError";
import { useOperation } from "@/shared/hooks/useOperation";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { toBase64 } from "@/shared/toBase64";
import { toastSuccess } from "@/shared/toast";

interface TrackingImportDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function TrackingImportDialog({ opened, onClose }: TrackingImportDialogProps) {
  const { t } = useTranslation(["adminOrders", "common"]);
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={t("import.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      {/* Inside, so that each opening begins with an empty field. */}
      <TrackingImport onClose={onClose} />
    </Modal>
  );
}

function TrackingImport({ onClose }: Pick<TrackingImportDialogProps, "onClose">) {
  const { t } = useTranslation("adminOrders");
  const [table, setTable] = useState<ImportTracking>();
  const [preview, setPreview] = useState<ImportedTracking>();
  const trying = useOperation("import_tracking", { onSuccess: setPreview, onError: () => true });
  const doing = useOperation("import_tracking", {
    onSuccess: (answer) => {
      if (!answer.done) return setPreview(answer);
      toastSuccess(t("import.done", { shipped: answer.shipped, corrected: answer.corrected }));
      onClose();
    },
    onError: () => true,
  });
  const look = (chosen: ImportTracking) => {
    setTable(chosen);
    void trying.run({ ...chosen, dryRun: true });
  };
  if (preview === undefined || table === undefined || preview.unreadable !== undefined) {
    return <Source pending={trying.pending} unreadable={preview?.unreadable !== undefined} error={trying.error} onLook={look} />;
  }
  return (
    <Stack gap="md">
      <Preview preview={preview} />
      <FormError error={doing.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => setPreview(undefined)}>
          {t("import.again")}
        </Button>
        <Button
          loading={doing.pending}
          disabled={preview.faults.length > 0 || preview.shipped + preview.corrected === 0}
          onClick={() => void doing.run(table, { idempotencyKey: uniqueKey() })}
        >
          {t("import.apply", { count: preview.shipped + preview.corrected })}
        </Button>
      </Group>
    </Stack>
  );
}

interface SourceProps {
  pending: boolean;
  unreadable: boolean;
  error: Parameters<typeof FormError>[0]["error"];
  onLook: (table: ImportTracking) => void;
}

function Source({ pending, unreadable, error, onLook }: SourceProps) {
  const { t } = useTranslation("adminOrders");
  const [text, setText] = useState("");
  const choose = async (file: File | null) => {
    if (file !== null) onLook({ data: await toBase64(file) });
  };
  return (
    <Stack gap="md">
      <Text size="sm">{t("import.text")}</Text>
      {unreadable && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {t("import.unreadable")}
        </Text>
      )}
      <FormError error={error} />
      <Textarea data-autofocus label={t("import.paste")} rows={8} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} classNames={{ input: "tabular" }} />
      <Group justify="flex-end" gap="xs">
        <FileButton accept=".csv,.xlsx,text/csv" onChange={(file) => void choose(file)} disabled={pending}>
          {(button) => (
            <Button {...button} variant="default" leftSection={<FileSpreadsheet size={16} aria-hidden />} disabled={pending}>
              {t("import.file")}
            </Button>
          )}
        </FileButton>
        <Button loading={pending} disabled={text.trim() === ""} onClick={() => onLook({ csv: text })}>
          {t("import.look")}
        </Button>
      </Group>
    </Stack>
  );
}

/** So many rows are shown; the counts are of all. */
const SHOWN = 100;

function Preview({ preview: { shipped, corrected, unchanged, leftOut, rows, faults } }: { preview: ImportedTracking }) {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  const counts = { shipped: formatCount(shipped, lang), corrected: formatCount(corrected, lang), unchanged: formatCount(unchanged, lang), leftOut: formatCount(leftOut, lang) };
  return (
    <>
      <Text fw={600} role="status">
        {t("import.counts", counts)}
      </Text>
      {faults.length > 0 && (
        <div role="alert">
          <Text size="sm" c="var(--mantine-color-error)">
            {t("import.faults", { count: faults.length })}
          </Text>
          <List size="sm">
            {faults.slice(0, SHOWN).map(({ line, orderNumber, reason }) => (
              <List.Item key={line}>{t("import.fault", { line, number: orderNumber, reason: t(`import.reason.${reason}`) })}</List.Item>
            ))}
          </List>
        </div>
      )}
      <List size="sm" className="tabular">
        {rows.slice(0, SHOWN).map(({ line, orderNumber, recipientName, change, carrier, trackingNumber }) => (
          <List.Item key={line}>
            {t("import.row", { number: orderNumber, name: recipientName, change: t(`import.change.${change}`), parcel: [carrier, trackingNumber].filter(Boolean).join(" ") })}
          </List.Item>
        ))}
      </List>
    </>
  );
}
