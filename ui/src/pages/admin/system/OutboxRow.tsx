// One event: its order, its attempts, its payload, and a button to send a failed one again.
import { Button, Code } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OutboxEvent, OutboxState } from "@/ipc/generated/operations";
import { UntilText } from "@/shared/components/DateText";
import { Disclosure } from "@/shared/components/Disclosure";
import { StateTag, type Tone } from "@/shared/components/StateTag";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatDateTime } from "@/shared/text/format";
import { toastSuccess } from "@/shared/toast";
import { isBeforeWebhook } from "./isBeforeWebhook";
import { outboxFault } from "./outboxFault";
import classes from "./system.module.css";

const TONES: Partial<Record<OutboxState, Tone>> = { SENT: "good", FAILED: "bad" };

interface OutboxRowProps {
  event: OutboxEvent;
  /** When the webhook's address was set; `null` where there is none, `undefined` while that is not known. */
  since: string | null | undefined;
}

export const OutboxRow = memo(function OutboxRow({ event, since }: OutboxRowProps) {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  const { id, eventType, aggregateId, state, attempts, nextAttemptAt, lastError, payload, createdAt } = event;
  const fault = lastError == null ? undefined : outboxFault(lastError);
  return (
    <>
      <div className={classes.line}>
        <StateTag tone={TONES[state]}>{t(isBeforeWebhook(event, since) ? "outbox.held" : `outbox.states.${state}`)}</StateTag>
        <code className={classes.code}>{eventType}</code>
        {aggregateId === 0 ? (
          <span>{t("outbox.shop")}</span>
        ) : (
          <Link to={`/admin/orders/${aggregateId}`} className={classes.link}>
            {t("outbox.order", { id: aggregateId })}
          </Link>
        )}
        <span className={`tabular ${classes.when}`}>
          <time dateTime={createdAt}>{formatDateTime(createdAt, lang)}</time>
          {" · "}
          {t("outbox.attempts", { count: attempts })}
          {nextAttemptAt != null && isToCome(nextAttemptAt) && (
            <>
              {" · "}
              {t("outbox.next")} <UntilText at={nextAttemptAt} />
            </>
          )}
        </span>
        {state !== "SENT" && attempts > 0 && <Retry id={id} />}
        <Disclosure label={t("outbox.payload")}>
          <Code block>{JSON.stringify(payload, null, 2)}</Code>
        </Disclosure>
      </div>
      {fault !== undefined && <div className={classes.fault}>{t(`outbox.faults.${fault.kind}`, { status: fault.status })}</div>}
    </>
  );
});

/** What is due already goes with the next round, within moments. */
function isToCome(instant: string): boolean {
  return Date.parse(instant) > Date.now();
}

function Retry({ id }: { id: number }) {
  const { t } = useTranslation("adminSystem");
  const { key, renew } = useIdempotencyKey();
  const retry = useOperation("retry_outbox", {
    onSuccess: () => {
      renew();
      toastSuccess(t("outbox.retried"));
    },
  });
  return (
    <Button size="compact-sm" variant="default" loading={retry.pending} onClick={() => void retry.run({ id }, { idempotencyKey: key })}>
      {t("outbox.retry")}
    </Button>
  );
}
