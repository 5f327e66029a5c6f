// All attempts to pay an order. The reason of a failure is shown as the shop noted it: an admin looks it up in the log.
import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Payment } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money } from "@/shared/components/Money";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints } from "@/shared/text/format";
import classes from "./PaymentAttempts.module.css";

export function PaymentAttempts({ payments }: { payments: readonly Payment[] }) {
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
        </li>
      ))}
    </ol>
  );
}

function Attempt({ payment: { state, amount, paidAt, failureReason, balance } }: { payment: Payment }) {
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
          {t("payment.point")}
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
