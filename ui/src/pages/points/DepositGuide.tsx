// Where to transfer the money of a request: the account with a button that copies its number, and what is to be paid.
import { Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DepositAccount } from "@/ipc/generated/operations";
import { CopyButton } from "@/shared/components/CopyButton";
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
          <CopyButton text={account.number} label={t("account.copy")} copied={t("account.copied")} failed={t("account.copyFailed")} />
        </>
      )}
    </Stack>
  );
}
