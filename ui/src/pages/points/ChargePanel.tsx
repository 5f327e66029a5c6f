// The panel beside the balance and its history: points are charged there at once, or requested against a deposit, or the panel
// says that the shop gives them.
import { Divider, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChargeForm } from "@/features/point/ChargeForm";
import { useCharges, waitingAmount } from "@/features/point/charges";
import { RequestForm } from "@/features/point/RequestForm";
import { useSession } from "@/features/user/session";
import type { DepositAccount, PointCharging } from "@/ipc/generated/operations";
import { Panel } from "@/shared/components/Panel";
import { DepositGuide } from "./DepositGuide";

interface ChargePanelProps {
  charging: PointCharging;
  account: DepositAccount | undefined;
  /** Points before the charge. */
  balance: number;
  amount: number | undefined;
  onAmount: (amount: number | undefined) => void;
}

export function ChargePanel({ charging, account, ...form }: ChargePanelProps) {
  const { t } = useTranslation("points");
  return (
    <Panel>
      <Title order={2} size="h3" mb="md">
        {t(charging === "REQUEST" ? "request.title" : "charge.title")}
      </Title>
      {charging === "FREE" && <ChargeForm {...form} onCharged={() => form.onAmount(undefined)} />}
      {charging === "REQUEST" && <Requesting account={account} amount={form.amount} onAmount={form.onAmount} />}
      {charging === "OFF" && <Text>{t("off.text")}</Text>}
    </Panel>
  );
}

function Requesting({ account, amount, onAmount }: Pick<ChargePanelProps, "account" | "amount" | "onAmount">) {
  const { customer } = useSession();
  const toPay = waitingAmount(useCharges().data ?? []);
  return (
    <Stack gap="lg">
      <RequestForm customerName={customer?.name ?? ""} amount={amount} onAmount={onAmount} onRequested={() => onAmount(undefined)} />
      <Divider />
      <DepositGuide account={account} toPay={toPay} />
    </Stack>
  );
}
