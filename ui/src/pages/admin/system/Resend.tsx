// Sends many events again: all that failed or wait for their next attempt, or everything from a day on.
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequeuedEvents } from "@/ipc/generated/operations";
import { confirm } from "@/shared/components/ConfirmDialog";
import { DayInput } from "@/shared/components/dates/DayInput";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatDay } from "@/shared/text/day";
import { toastSuccess } from "@/shared/toast";

export function Resend() {
  const { t } = useTranslation("adminSystem");
  const tell = useTellRequeued();
  const { key, renew } = useIdempotencyKey();
  const retry = useOperation("retry_all_outbox", {
    onSuccess: (done) => {
      renew();
      tell(done);
    },
  });
  return (
    <Group gap="sm">
      <Button size="compact-md" variant="default" loading={retry.pending} onClick={() => void retry.run({}, { idempotencyKey: key })}>
        {t("outbox.retryAll")}
      </Button>
      <Replay />
    </Group>
  );
}

function Replay() {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  const tell = useTellRequeued();
  const { key, renew } = useIdempotencyKey();
  const [from, setFrom] = useState<string>();
  const replay = useOperation("replay_outbox", {
    onSuccess: (done) => {
      renew();
      tell(done);
    },
  });
  const ask = async (day: string) => {
    const message = t("outbox.replay.message", { day: formatDay(day, lang) });
    const changes = [t("outbox.replay.again"), t("outbox.replay.earlier")];
    const sure = await confirm({ title: t("outbox.replay.title"), message, changes, confirmLabel: t("outbox.replay.act") });
    if (sure) await replay.run({ from: day }, { idempotencyKey: key });
  };
  return (
    <Group gap="xs">
      <DayInput label={t("outbox.replay.from")} value={from} onChange={setFrom} clearable />
      <Button size="compact-md" variant="default" disabled={from === undefined} loading={replay.pending} onClick={() => from !== undefined && void ask(from)}>
        {t("outbox.replay.act")}
      </Button>
    </Group>
  );
}

function useTellRequeued() {
  const { t } = useTranslation("adminSystem");
  return ({ count, more }: RequeuedEvents) => toastSuccess(t(more ? "outbox.requeuedMore" : "outbox.requeued", { count }));
}
