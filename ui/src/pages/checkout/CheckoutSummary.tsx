// The total, the points left after it, and the button that carries the amount.
import { Box, Button, Divider, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PayChoice } from "@/features/order/payChoice";
import { Waterfall } from "@/features/order/Waterfall";
import { BalanceLines } from "@/features/point/BalanceLines";
import type { PointCharging, Quote } from "@/ipc/generated/operations";
import { LineStatus } from "@/shared/components/LineStatus";
import { Money, Points } from "@/shared/components/Money";
import { Panel } from "@/shared/components/Panel";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints, formatWon } from "@/shared/text/format";
import classes from "./Checkout.module.css";
import type { Delivery } from "./useDelivery";

export interface PayPartProps {
  quote: Quote;
  balance: number;
  choice: PayChoice;
  /** What the shop does where points are charged. */
  charging: PointCharging;
  /** Whether it is known where it goes. */
  ready: boolean;
  delivery: Delivery;
  /** Whether something in it cannot be ordered; the summary says what. */
  blocked: boolean;
  busy: boolean;
  /** Other coupons were chosen and their figures are on the way. */
  settling: boolean;
  onSubmit: () => void;
}

/** The children say what went wrong at the last try. */
export function CheckoutSummary({ children, ...pay }: PayPartProps & { children: ReactNode }) {
  const { t } = useTranslation("checkout");
  const { quote, balance, choice, charging, settling, delivery } = pay;
  const lang = useLang();
  const total = quote.totalAmount;
  const amounts = { goods: quote.amount, itemCoupons: quote.itemDiscountAmount, cartCoupons: quote.cartDiscountAmount, shipping: shippingShown(quote, delivery), total };
  return (
    <Panel>
      <Stack gap="md">
        <Title order={2} size="h3">
          {t("summary.title")}
        </Title>
        <output aria-busy={settling}>
          <Waterfall amounts={amounts} totalLabel={t("summary.total")} />
          {quote.untilFreeShipping != null && (
            <Text size="sm" c="dimmed" mt={6}>
              {t("summary.untilFree", { amount: formatWon(quote.untilFreeShipping, lang) })}
            </Text>
          )}
        </output>
        <Divider />
        {choice.method === "POINT" ? <BalanceLines balance={balance} total={total} charging={charging} /> : <DepositLines choice={choice} />}
        {children}
        <Box visibleFrom="md" className={classes.pay}>
          <PayPart {...pay} />
        </Box>
      </Stack>
    </Panel>
  );
}

/** A shop without a fee says nothing of it. */
function shippingShown({ shippingFee }: Quote, { shipping }: Delivery): number | undefined {
  const hasFee = shipping !== undefined && (shipping.base > 0 || shipping.surcharge.length > 0);
  return hasFee || shippingFee > 0 ? shippingFee : undefined;
}

/** What is taken in points at once, and what is to come. */
function DepositLines({ choice: { points, rest } }: { choice: PayChoice }) {
  const { t } = useTranslation("orders");
  return (
    <Stack gap={8}>
      {points > 0 && (
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t("payWith.points")}
          </Text>
          <Points amount={points} inherit={false} fz="sm" />
        </Group>
      )}
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t("deposit.toPay")}
        </Text>
        <Money amount={rest} inherit={false} fz="sm" fw={700} />
      </Group>
    </Stack>
  );
}

/** The button, and what it still needs. */
export function PayPart({ quote: { totalAmount: total }, balance, choice, charging, ready, delivery, blocked, busy, settling, onSubmit }: PayPartProps) {
  const { t } = useTranslation(["checkout", "orders"]);
  const lang = useLang();
  const missing = choice.method === "POINT" ? Math.max(total - balance, 0) : 0;
  const needs: string[] = [];
  if (!ready) needs.push(t(delivery.method === "PICKUP" ? "summary.needsPickup" : "summary.needsAddress"));
  if (missing > 0) needs.push(t(charging === "OFF" ? "balance.short" : "summary.needsPoints", { points: formatPoints(missing, lang) }));
  if (choice.fault === "points" || choice.fault === "depositor") needs.push(t("summary.needsPaying"));
  if (blocked) needs.push(t("summary.needsChange"));
  return (
    <Stack gap={8}>
      <Button size="lg" loading={busy} disabled={needs.length > 0 || settling} onClick={onSubmit}>
        {total === 0
          ? t("summary.free")
          : choice.method === "POINT"
            ? t("summary.pay", { amount: formatWon(total, lang) })
            : t(`orders:payWith.submit_${choice.method}`, { amount: formatWon(choice.rest, lang) })}
      </Button>
      <LineStatus waiting={busy} />
      {needs.map((need) => (
        <Text key={need} size="sm" c="dimmed" ta="center">
          {need}
        </Text>
      ))}
    </Stack>
  );
}
