// Backups of the shop: the latest ones with their state, a button to make one, and a button to restore each.
import { Alert, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { DatabaseBackup, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type BackupProgress, type Room, useBackups, useMakeBackup, useRestoreBackup } from "@/features/admin-system/backups";
import { backupFault } from "@/features/admin-system/backupFault";
import { useLastingFault } from "@/features/shop/queries";
import type { BackupList } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { EmptyState } from "@/shared/components/EmptyState";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { formatBytes } from "@/shared/text/bytes";
import { formatDateTime } from "@/shared/text/format";
import { BackupRow } from "./BackupRow";
import classes from "./system.module.css";
import { TechnicalDetails } from "./TechnicalDetails";

export function Backups() {
  const { t } = useTranslation("adminSystem");
  const list = useBackups();
  const make = useMakeBackup();
  const restore = useRestoreBackup();
  const lasting = useLastingFault();
  // What is not the shop's file any more is not replaced by a backup.
  const busy = make.pending || restore.pending || lasting === "REPLACED";
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="start" gap="sm">
        <Text size="sm" c="dimmed" className={classes.about}>
          {t("backups.text")}
        </Text>
        <Button className={classes.act} leftSection={<DatabaseBackup size={16} aria-hidden />} loading={make.pending} disabled={restore.pending || lasting !== undefined} onClick={make.start}>
          {t("backups.make")}
        </Button>
      </Group>
      {lasting !== undefined && <Text size="sm">{t(`backups.paused.${lasting}`)}</Text>}
      {make.pending && <HowFar label={t("backups.progress")} progress={make.progress} />}
      {restore.pending && <HowFar label={t("backups.restoring")} progress={restore.progress} />}
      {make.failed && <Trouble title={t("backups.madeFailed")} />}
      {make.noRoom && <Trouble title={t("backups.notMade")} text={t("backups.why.NO_ROOM")} room={make.room} />}
      {restore.reason !== undefined && <Trouble title={t("backups.refusedTitle")} text={t(`backups.why.${restore.reason}`)} room={restore.room} />}
      <QueryView query={list}>
        {(found) => (
          <>
            <Daily list={found} />
            {found.items.length === 0 ? (
              <NothingYet at={found.nextDailyAt} />
            ) : (
              <ul className={classes.backups}>
                {found.items.map((backup) => (
                  <BackupRow key={backup.name} backup={backup} busy={busy} isDamaged={lasting === "DAMAGED"} onRestore={restore.start} />
                ))}
              </ul>
            )}
          </>
        )}
      </QueryView>
    </Stack>
  );
}

/** When the next one comes, where they lie, and why the last one is missing, if it is. */
function Daily({ list: { nextDailyAt, folder, trouble } }: { list: BackupList }) {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  return (
    <>
      {trouble != null && (
        <Trouble
          title={t("backups.trouble")}
          text={t("backups.troubleText", { at: formatDateTime(trouble.at, lang), why: t(`backups.why.${backupFault(trouble.reason)}`) })}
          noted={trouble.reason}
        />
      )}
      <Group gap="4px 32px">
        <Text size="sm">
          {t("backups.next")} <DateText at={nextDailyAt} withTime />
        </Text>
        <Text size="sm" className={classes.file}>
          {t("backups.folder")} <code className={classes.code}>{folder}</code>
        </Text>
      </Group>
    </>
  );
}

function HowFar({ label, progress }: { label: string; progress: BackupProgress | undefined }) {
  const { t } = useTranslation("adminSystem");
  const text = progress === undefined ? t("backups.starting") : t("backups.percent", { stage: t(`backups.stages.${progress.stage}`), percent: progress.percent });
  return (
    <Stack gap={4}>
      <Text size="sm" aria-hidden>
        {text}
      </Text>
      <Progress.Root size="sm">
        <Progress.Section value={progress?.percent ?? 0} aria-label={label} aria-valuetext={text} />
      </Progress.Root>
    </Stack>
  );
}

function Trouble({ title, text, noted, room }: { title: string; text?: string; noted?: string; room?: Room | undefined }) {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  return (
    <Alert role="alert" variant="light" color="red" icon={<TriangleAlert size={18} aria-hidden />} title={title}>
      {text}
      {room !== undefined && <Text size="sm">{t("backups.room", { needed: formatBytes(room.needed, lang), free: formatBytes(room.free, lang) })}</Text>}
      {noted !== undefined && <TechnicalDetails text={noted} />}
    </Alert>
  );
}

function NothingYet({ at }: { at: string }) {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  return <EmptyState icon={DatabaseBackup} title={t("backups.emptyTitle")} description={t("backups.emptyText", { at: formatDateTime(at, lang) })} />;
}
