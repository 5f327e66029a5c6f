// The refunds of an order, oldest first: how much went back and as what, by whom and why.
import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AdminRefund, OrderItem } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints, formatWon } from "@/shared/text/format";
import { lineName } from "@/shared/text/names";

interface RefundListProps {
  refunds: readonly AdminRefund[];
  items: readonly OrderItem[];
  customerId: number;
}

export function RefundList({ refunds, items, customerId }: RefundListProps) {
  const { t } = useTranslation(["adminReturns", "adminOrders"]);
  const lang = useLang();
  const ways = ({ pointAmount, outsideAmount, shippingFee, restock }: AdminRefund) =>
    [
      pointAmount > 0 && t("refundAsPoints", { points: formatPoints(pointAmount, lang) }),
      outsideAmount > 0 && t("refundByHand", { amount: formatWon(outsideAmount, lang) }),
      shippingFee > 0 && t("refundFee", { amount: formatWon(shippingFee, lang) }),
      !restock && t("noRestock"),
    ].filter((word) => word !== false);
  const by = ({ actorId, actorName }: AdminRefund) => (actorName == null ? "" : ` · ${t(actorId === customerId ? "byCustomer" : "by", { name: actorName })}`);
  const nameOf = (id: number) => {
    const item = items.find((one) => one.id === id);
    return item === undefined ? "" : lineName(item, lang);
  };
  return (
    <Stack gap="md">
      {refunds.map((refund) => (
        <Stack key={refund.id} gap={2}>
          <Text size="sm" fw={600} className="tabular">
            {t("refundOf", { amount: formatWon(refund.amount, lang) })}
          </Text>
          {refund.items.map(({ orderItemId, quantity }) => (
            <Text key={orderItemId} size="sm">
              {t("adminOrders:refund.ofUnits", { name: nameOf(orderItemId), count: quantity })}
            </Text>
          ))}
          {ways(refund).length > 0 && (
            <Text size="sm" className="tabular">
              {ways(refund).join(" · ")}
            </Text>
          )}
          {refund.reason && <Text size="sm">{refund.reason}</Text>}
          <Text size="sm" c="dimmed">
            <DateText at={refund.createdAt} withTime />
            {by(refund)}
          </Text>
        </Stack>
      ))}
    </Stack>
  );
}
