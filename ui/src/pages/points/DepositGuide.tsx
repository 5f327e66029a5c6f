// Where to transfer the money of a request: the account with a button that copies its number, and what is to be paid.
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DepositAccount } from "@/ipc/generated/operations";
import { Facts } from "@/shared/components/Facts";
import { Money } from "@/shared/components/Money";

interface DepositGuideProps {
  /** Undefined where the shop has not given one. */
  account: DepositAccount | undefined;
  /** Won of all requests that wait. */
  toPay: number;
}

export function DepositGuide({ account, toPay }: DepositGuideProps) {
  const { t } = useTranslation("points");
  return (
    <Stack gap="sm">
      <Title order={3} size="h4">
        {t("account.title")}
      </Title>
      {account === undefined ? (
        <Text size="sm">{t("account.missing")}</Text>
      ) : (
        <>
          <Facts
            facts={[
              { label: t("account.bank"), value: account.bank },
              { label: t("account.number"), value: account.number },
              { label: t("account.holder"), value: account.holder },
              ...(toPay > 0 ? [{ label: t("account.toPay"), value: <Money amount={toPay} fw={700} /> }] : []),
            ]}
          />
          <CopyButton text={account.number} />
        </>
      )}
    </Stack>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation("points");
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  const Icon = copied === true ? Check : Copy;
  return (
    <Group gap="xs">
      <Button variant="default" size="compact-md" leftSection={<Icon size={16} aria-hidden />} onClick={copy}>
        {t("account.copy")}
      </Button>
      <Text size="sm" c="dimmed" role="status">
        {copied === undefined ? "" : t(copied ? "account.copied" : "account.copyFailed")}
      </Text>
    </Group>
  );
}
