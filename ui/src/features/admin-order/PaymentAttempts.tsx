// All payments of an order and attempts at one. The reason of a failure is shown as the shop noted it: an admin looks it up in the log.
import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Payment } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money } from "@/shared/components/Money";
import { useLang } from "@/shared/hooks/useLang";
import { formatDateTime, formatPoints } from "@/shared/text/format";
import classes from "./PaymentAttempts.module.css";

interface PaymentAttemptsProps {
  payments: readonly Payment[];
  /** Below a payment that awaits its deposit: the page brings the button that confirms it. */
  confirm?: (payment: Payment) => ReactNode;
}

export function PaymentAttempts({ payments, confirm }: PaymentAttemptsProps) {
  const { t } = useTranslation("adminOrders");
  if (payments.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("payment.none")}
      </Text>
    );
  }
  return (
    <ol className={classes.attempts}>
      {payments.map((payment) => (
        <li key={payment.id} className={classes.attempt}>
          <Attempt payment={payment} />
          {payment.state === "PENDING" && confirm?.(payment)}
        </li>
      ))}
    </ol>
  );
}

function Attempt({ payment: { method, state, amount, paidAt, dueAt, depositorName, failureReason, balance } }: { payment: Payment }) {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600} c={state === "FAILED" ? "var(--mantine-color-error)" : undefined}>
          {t(`payment.${state}`)}
        </Text>
        <Money amount={amount} inherit={false} size="sm" fw={600} />
      </Group>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {t(`payment.by_${method}`)}
          {depositorName && ` · ${depositorName}`}
          {dueAt && ` · ${t("payment.due", { at: formatDateTime(dueAt, lang) })}`}
          {paidAt && (
            <>
              {" · "}
              <DateText at={paidAt} withTime />
            </>
          )}
        </Text>
        {balance && (
          <Text size="sm" c="dimmed" className="tabular">
            {t("change", { before: formatPoints(balance.before, lang), after: formatPoints(balance.after, lang) })}
          </Text>
        )}
      </Group>
      {failureReason && <code className={classes.reason}>{failureReason}</code>}
    </>
  );
}
