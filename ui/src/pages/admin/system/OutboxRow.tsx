// One event: what it is about, how its sending goes, what is sent, and a new try where it was given up.
import { Badge, Button, Code, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { hasCode } from "@/ipc/errors";
import type { OutboxEvent } from "@/ipc/generated/operations";
import { AgeText, DateText } from "@/shared/components/DateText";
import { Disclosure } from "@/shared/components/Disclosure";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { toastSuccess } from "@/shared/toast";
import classes from "./system.module.css";

const COLOUR = { PENDING: "gray", SENT: "teal", FAILED: "red" } as const;

export function OutboxRow({ event }: { event: OutboxEvent }) {
  const { t } = useTranslation("adminSystem");
  const { id, eventType, aggregateId, state, attempts, nextAttemptAt, lastError, payload, createdAt } = event;
  return (
    <li className={classes.event}>
      <div className={classes.line}>
        <Badge variant="light" color={COLOUR[state]} c="var(--mantine-color-text)" tt="none" radius="sm">
          {t(`outbox.states.${state}`)}
        </Badge>
        <code className={classes.code}>{eventType}</code>
        <Link to={`/admin/orders/${aggregateId}`} className={classes.link}>
          {t("outbox.order", { id: aggregateId })}
        </Link>
        <Text span size="sm" c="dimmed" className={classes.grow}>
          <DateText at={createdAt} withTime />
          {" · "}
          {t("outbox.attempts", { count: attempts })}
          {nextAttemptAt != null && isToCome(nextAttemptAt) && (
            <>
              {" · "}
              {t("outbox.next")} <AgeText at={nextAttemptAt} />
            </>
          )}
        </Text>
        {state === "FAILED" && <Retry id={id} />}
        <Disclosure label={t("outbox.payload")}>
          <Code block>{JSON.stringify(payload, null, 2)}</Code>
        </Disclosure>
      </div>
      {lastError != null && (
        <Text size="sm" c="var(--mantine-color-error)">
          {lastError}
        </Text>
      )}
    </li>
  );
}

/** What is due already goes with the next round, within moments. */
function isToCome(instant: string): boolean {
  return Date.parse(instant) > Date.now();
}

function Retry({ id }: { id: number }) {
  const { t } = useTranslation("adminSystem");
  const client = useQueryClient();
  const { key, renew } = useIdempotencyKey();
  const retry = useOperation("retry_outbox", {
    forgets: [keys.outbox, keys.dashboard],
    onSuccess: () => {
      renew();
      toastSuccess(t("outbox.retried"));
    },
    onError: (error) => {
      // Somebody else was quicker: what is shown is out of date.
      if (hasCode(error, "CONFLICT")) void client.invalidateQueries({ queryKey: keys.outbox });
      return false;
    },
  });
  return (
    <Button size="compact-sm" variant="default" loading={retry.pending} onClick={() => void retry.run({ id }, { idempotencyKey: key })}>
      {t("outbox.retry")}
    </Button>
  );
}
