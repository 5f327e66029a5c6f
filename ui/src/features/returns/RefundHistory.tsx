// What was refunded of an order, oldest first: how much, of what, and as what it went back.
import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Order, OrderRefund } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints, formatWon } from "@/shared/text/format";
import { lineName } from "@/shared/text/names";

export function RefundHistory({ order }: { order: Pick<Order, "items" | "refunds"> }) {
  const { t } = useTranslation("returns");
  const lang = useLang();
  const ways = ({ pointAmount, outsideAmount, shippingFee }: OrderRefund) =>
    [
      pointAmount > 0 && t("asPoints", { points: formatPoints(pointAmount, lang) }),
      outsideAmount > 0 && t("byHand", { amount: formatWon(outsideAmount, lang) }),
      shippingFee > 0 && t("withFee", { amount: formatWon(shippingFee, lang) }),
    ].filter((word) => word !== false);
  return (
    <Stack gap="md">
      {order.refunds?.map((refund) => (
        <Stack key={refund.id} gap={2}>
          <Text fw={600} className="tabular">
            {t("refundOf", { amount: formatWon(refund.amount, lang) })}
          </Text>
          {refund.items.map(({ orderItemId, quantity }) => {
            const item = order.items.find(({ id }) => id === orderItemId);
            return item && <Text key={orderItemId} size="sm">{t("units", { name: lineName(item, lang), count: quantity })}</Text>;
          })}
          {ways(refund).length > 0 && (
            <Text size="sm" className="tabular">
              {ways(refund).join(" · ")}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            <DateText at={refund.createdAt} withTime />
          </Text>
        </Stack>
      ))}
    </Stack>
  );
}
