// What is still to be paid of an order by a deposit: how much, to which account, and until when.
import { Group, Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Payment } from "@/ipc/generated/operations";
import { CopyButton } from "@/shared/components/CopyButton";
import { Countdown } from "@/shared/components/Countdown";
import { DateText } from "@/shared/components/DateText";
import { Facts } from "@/shared/components/Facts";
import { Money } from "@/shared/components/Money";
import { keys } from "@/shared/queryKeys";

export function DepositPanel({ payment }: { payment: Payment }) {
  const { t } = useTranslation("orders");
  const client = useQueryClient();
  const { account, amount, depositorName, dueAt, method } = payment;
  const facts = [{ label: t("deposit.amount"), value: <Money amount={amount} fw={700} /> }];
  if (account) {
    facts.push(
      { label: t("deposit.bank"), value: <>{account.bank}</> },
      { label: t("deposit.number"), value: <>{account.number}</> },
      { label: t("deposit.holder"), value: <>{account.holder}</> },
    );
  }
  if (method === "BANK_TRANSFER" && depositorName) facts.push({ label: t("payWith.depositor"), value: <>{depositorName}</> });
  if (dueAt) facts.push({ label: t("deposit.due"), value: <DateText at={dueAt} withTime /> });
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} size="h3">
          {t(method === "CASH" ? "deposit.cashTitle" : "deposit.title")}
        </Title>
        <Text size="sm" c="dimmed">
          {t(method === "CASH" ? "deposit.cashText" : "deposit.text")}
        </Text>
      </div>
      <Facts facts={facts} />
      {method === "BANK_TRANSFER" && account === undefined && <Text size="sm">{t("deposit.noAccount")}</Text>}
      {account && (
        <Group gap="xs">
          <CopyButton text={account.number} label={t("deposit.copyNumber")} copied={t("deposit.copied")} failed={t("deposit.copyFailed")} />
          <CopyButton text={String(amount)} label={t("deposit.copyAmount")} copied={t("deposit.copied")} failed={t("deposit.copyFailed")} />
        </Group>
      )}
      {dueAt && (
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {t("deposit.left")}
          </Text>
          <Countdown until={dueAt} onEnd={() => void client.invalidateQueries({ queryKey: keys.orders })} />
        </Group>
      )}
    </Stack>
  );
}

/** In a low row: how much, where and until when. */
export function DepositLine({ payment: { account, amount, dueAt } }: { payment: Payment }) {
  const { t } = useTranslation("orders");
  return (
    <Text size="xs" c="dimmed" className="tabular">
      {t("deposit.toPay")} <Money amount={amount} />
      {account && ` · ${account.bank} ${account.number}`}
      {dueAt && (
        <>
          {" · "}
          {t("deposit.due")} <DateText at={dueAt} withTime />
        </>
      )}
    </Text>
  );
}
