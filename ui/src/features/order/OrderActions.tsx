// The actions that an order allows now: pay while there is time, cancel, refund, look at the receipt, order again.
import { Button, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { Order } from "@/ipc/generated/operations";
import { Countdown } from "@/shared/components/Countdown";
import { useLang } from "@/shared/hooks/useLang";
import { useNow } from "@/shared/hooks/useNow";
import { keys } from "@/shared/queryKeys";
import { formatWon } from "@/shared/text/format";
import { actionsOf, isExpired } from "./orderState";
import type { PayChoice } from "./payChoice";
import { useCancelOrder } from "./useCancelOrder";
import { usePayOrder } from "./usePayOrder";

interface OrderActionsProps {
  order: Order;
  /** Puts the items into the cart again; the page brings it, because the cart is another feature's. */
  onAgain: (order: Order) => void;
  refilling: boolean;
  /** In a low row. */
  small?: boolean;
}

export function OrderActions({ order, onAgain, refilling, small = false }: OrderActionsProps) {
  const { t } = useTranslation("orders");
  const actions = actionsOf(order, useNow(10_000));
  const { cancel, pending } = useCancelOrder();
  const size = small ? "compact-sm" : "sm";
  return (
    <Group gap={small ? 6 : "xs"}>
      {actions.receipt && (
        <Button component={Link} to={`/orders/${order.id}/receipt`} size={size} variant="default">
          {t("action.receipt")}
        </Button>
      )}
      {actions.again && (
        <Button size={size} variant="default" loading={refilling} onClick={() => onAgain(order)}>
          {t("action.again")}
        </Button>
      )}
      {(actions.cancel || actions.refund) && (
        <Button size={size} variant="default" loading={pending} onClick={() => void cancel(order)}>
          {actions.cancel ? t("action.cancel") : t("action.refund")}
        </Button>
      )}
    </Group>
  );
}

interface PayLineProps {
  order: Order;
  /** Where the points do not suffice yet. */
  disabled?: boolean;
  /** The button fills the width below the countdown, in a narrow panel. */
  wide?: boolean;
  /** How it is paid; with points where it is absent. */
  choice?: PayChoice;
}

/** The button that pays, with the time that is left; nothing for an order that need not be paid. */
export function PayLine({ order, disabled = false, wide = false, choice }: PayLineProps) {
  const { t } = useTranslation("orders");
  const client = useQueryClient();
  const now = useNow(1000);
  if (order.state !== "NORMAL") return null;
  if (isExpired(order, now)) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {t("action.over")}
      </Text>
    );
  }
  return (
    <Group justify="space-between">
      {order.expiresAt ? (
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {t("action.left")}
          </Text>
          <Countdown until={order.expiresAt} onEnd={() => void client.invalidateQueries({ queryKey: keys.orders })} />
        </Group>
      ) : (
        <span />
      )}
      <PayButton order={order} disabled={disabled} wide={wide} choice={choice} />
    </Group>
  );
}

interface PayButtonProps extends PayLineProps {
  /** In a low row. */
  small?: boolean;
}

/** Nothing for an order that need not be paid, or cannot be any more. */
export function PayButton({ order, disabled = false, wide = false, small = false, choice }: PayButtonProps) {
  const { t } = useTranslation("orders");
  const lang = useLang();
  const navigate = useNavigate();
  const now = useNow(1000);
  const { pay, pending } = usePayOrder();
  if (!actionsOf(order, now).pay) return null;
  const payNow = async () => {
    const outcome = await pay(order, choice);
    // "open" leads to the order too: there the balance is seen, and points can be charged.
    await navigate(`/orders/${order.id}${outcome === "paid" ? "/done" : outcome === "failed" ? "/failed" : ""}`);
  };
  return (
    <Button loading={pending} disabled={disabled} fullWidth={wide} size={wide ? "lg" : small ? "compact-sm" : "sm"} onClick={() => void payNow()}>
      {choice === undefined || choice.method === "POINT"
        ? t("action.pay", { amount: formatWon(order.totalAmount, lang) })
        : t(`payWith.submit_${choice.method}`, { amount: formatWon(choice.rest, lang) })}
    </Button>
  );
}
