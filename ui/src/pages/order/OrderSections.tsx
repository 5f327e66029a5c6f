// The parts of an order: items, coupons, address, and its history.
import { Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { momentsOf } from "@/features/order/orderState";
import { OrderItems } from "@/features/order/OrderItems";
import { AddressText } from "@/features/user/AddressText";
import type { Order } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money } from "@/shared/components/Money";
import { NameText } from "@/shared/components/NameText";
import { Section } from "@/shared/components/Section";
import classes from "./Order.module.css";

export function OrderSections({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  return (
    <Stack gap={44}>
      <Section title={t("detail.items")}>
        <OrderItems items={order.items} />
      </Section>
      {order.coupons.length > 0 && (
        <Section title={t("detail.coupons")}>
          <Coupons order={order} />
        </Section>
      )}
      <Section title={t("detail.address")}>
        <AddressText to={order.shippingAddress} />
        {order.deliveryMemo && (
          <Text mt="xs" className={classes.memo}>
            <Text span size="sm" c="dimmed">
              {t("detail.memo")}
            </Text>{" "}
            {order.deliveryMemo}
          </Text>
        )}
      </Section>
      <Section title={t("detail.timeline")}>
        <Timeline order={order} />
      </Section>
    </Stack>
  );
}

function Coupons({ order: { coupons, items } }: { order: Order }) {
  return (
    <Stack gap="xs">
      {coupons.map((coupon) => {
        const item = items.find(({ id }) => id === coupon.orderItemId);
        return (
          <Group key={coupon.userCouponId} justify="space-between" wrap="nowrap">
            <div>
              <Text fw={500}><NameText name={coupon.name} nameEn={coupon.nameEn} /></Text>
              {item !== undefined && (
                <Text size="sm" c="dimmed">
                  <NameText name={item.productName} nameEn={item.productNameEn} />
                </Text>
              )}
            </div>
            <Money amount={-coupon.discountAmount} inherit={false} c="var(--accent-text)" fw={600} />
          </Group>
        );
      })}
    </Stack>
  );
}

function Timeline({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  return (
    <ol className={classes.timeline}>
      {momentsOf(order).map(({ what, at }) => (
        <li key={what} className={classes.moment}>
          <Text fw={500}>{t(`moment.${what}`)}</Text>
          <Text size="sm" c="dimmed">
            <DateText at={at} withTime />
          </Text>
        </li>
      ))}
    </ol>
  );
}
