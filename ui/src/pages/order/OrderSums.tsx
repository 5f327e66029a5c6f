// The sums and the payments of an order; while it is unpaid, the ways to pay it, or the deposit that it awaits.
import { Divider, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { DepositPanel } from "@/features/order/DepositPanel";
import { FailureText } from "@/features/order/FailureText";
import { PayLine } from "@/features/order/OrderActions";
import { amountsOf, awaitedOf, isExpired } from "@/features/order/orderState";
import { choiceOf, type PayDraft } from "@/features/order/payChoice";
import { PayMethods } from "@/features/order/PayMethods";
import { Waterfall } from "@/features/order/Waterfall";
import { BalanceLines } from "@/features/point/BalanceLines";
import { useShop } from "@/features/shop/queries";
import { useSession } from "@/features/user/session";
import type { Order, Payment, PaymentMethod } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money } from "@/shared/components/Money";
import { Panel } from "@/shared/components/Panel";
import { useLang } from "@/shared/hooks/useLang";
import { useNow } from "@/shared/hooks/useNow";
import { formatPoints } from "@/shared/text/format";

const POINTS_ALONE: readonly PaymentMethod[] = ["POINT"];

export function OrderSums({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const unpaid = order.state === "NORMAL";
  const payments = order.payments ?? (order.payment ? [order.payment] : []);
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
        {/* Of an unpaid order it is told what points have paid of it already. */}
        {(!unpaid || payments.length > 1) && (
          <>
            <Divider />
            <PaymentLines payments={payments} />
          </>
        )}
      </Stack>
    </Panel>
  );
}

function ToPay({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const { customer } = useSession();
  const { pointCharging: charging = "FREE", paymentMethods: methods = POINTS_ALONE } = useShop().data ?? {};
  const [draft, setDraft] = useState<PayDraft>({});
  const balance = customer?.availablePoint ?? 0;
  const total = order.totalAmount;
  const choice = choiceOf(draft, { total, balance, methods });
  const awaited = awaitedOf(order);
  const expired = isExpired(order, useNow(1000));
  if (awaited !== undefined) return <DepositPanel payment={awaited} />;
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
      {!expired && (
        <PayMethods {...{ methods, choice, draft, total, balance }} onChange={setDraft} customerName={customer?.name ?? ""} />
      )}
      <PayLine order={order} disabled={choice.fault !== undefined} wide choice={choice} />
      {!expired && choice.method === "POINT" && <BalanceLines balance={balance} total={total} charging={charging} />}
    </Stack>
  );
}

function PaymentLines({ payments }: { payments: readonly Payment[] }) {
  const { t } = useTranslation("orders");
  if (payments.length === 0) return <Text c="dimmed">{t("payment.none")}</Text>;
  return (
    <Stack gap="md">
      {payments.map((payment) => (
        <PaymentPart key={payment.id} payment={payment} />
      ))}
    </Stack>
  );
}

function PaymentPart({ payment: { method, state, amount, balance, paidAt, failureReason } }: { payment: Payment }) {
  const { t } = useTranslation("orders");
  const lang = useLang();
  return (
    <Stack gap={8}>
      <Line label={t(`payment.by_${method}`)}>{t(`payment.${state}`)}</Line>
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
