// The sums and the payment of an order; while it is unpaid, the button to pay it.
import { Divider, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FailureText } from "@/features/order/FailureText";
import { PayLine } from "@/features/order/OrderActions";
import { amountsOf, isExpired } from "@/features/order/orderState";
import { Waterfall } from "@/features/order/Waterfall";
import { BalanceLines } from "@/features/point/BalanceLines";
import { useShop } from "@/features/shop/queries";
import { useSession } from "@/features/user/session";
import type { Order, Payment } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money } from "@/shared/components/Money";
import { Panel } from "@/shared/components/Panel";
import { useLang } from "@/shared/hooks/useLang";
import { useNow } from "@/shared/hooks/useNow";
import { formatPoints } from "@/shared/text/format";

export function OrderSums({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const unpaid = order.state === "NORMAL";
  const totalLabel = unpaid ? t("amounts.toPay") : order.paidAt ? t("amounts.paid") : t("amounts.total");
  return (
    <Panel>
      <Stack gap="md">
        {/* Paying comes first: on a low screen what stands below it has to be scrolled to. */}
        {unpaid && (
          <>
            <ToPay order={order} />
            <Divider />
          </>
        )}
        <Title order={2} size="h3">
          {t("amounts.title")}
        </Title>
        <Waterfall amounts={amountsOf(order)} totalLabel={totalLabel} />
        {!unpaid && (
          <>
            <Divider />
            <PaymentLines payment={order.payment ?? undefined} />
          </>
        )}
      </Stack>
    </Panel>
  );
}

function ToPay({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const { customer } = useSession();
  const charging = useShop().data?.pointCharging ?? "FREE";
  const balance = customer?.availablePoint ?? 0;
  const expired = isExpired(order, useNow(1000));
  return (
    <Stack>
      <div>
        <Title order={2} size="h3">
          {t("detail.waiting")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("detail.waitingText")}
        </Text>
      </div>
      <PayLine order={order} disabled={balance < order.totalAmount} wide />
      {!expired && <BalanceLines balance={balance} total={order.totalAmount} charging={charging} />}
    </Stack>
  );
}

function PaymentLines({ payment }: { payment: Payment | undefined }) {
  const { t } = useTranslation("orders");
  const lang = useLang();
  if (payment === undefined) return <Text c="dimmed">{t("payment.none")}</Text>;
  const { state, amount, balance, paidAt, failureReason } = payment;
  return (
    <Stack gap={8}>
      <Line label={t("payment.method")}>{t(`payment.${state}`)}</Line>
      <Line label={t("payment.amount")}>
        <Money amount={amount} />
      </Line>
      {balance && (
        <Line label={t("payment.balance")}>
          {t("payment.balanceChange", { before: formatPoints(balance.before, lang), after: formatPoints(balance.after, lang) })}
        </Line>
      )}
      {paidAt && (
        <Line label={t("payment.at")}>
          <DateText at={paidAt} withTime />
        </Line>
      )}
      {failureReason && <FailureText reason={failureReason} />}
    </Stack>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm" className="tabular" ta="right">
        {children}
      </Text>
    </Group>
  );
}
