// The parts of an order: items, coupons, address, and its history.
import { Group, Stack, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { momentsOf } from "@/features/order/orderState";
import { hasTracking, ParcelText, PickupCode } from "@/features/order/ParcelText";
import { OrderItems } from "@/features/order/OrderItems";
import { useShop } from "@/features/shop/queries";
import { AddressText } from "@/features/user/AddressText";
import type { Order } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money } from "@/shared/components/Money";
import { NameText } from "@/shared/components/NameText";
import { Section } from "@/shared/components/Section";
import classes from "./Order.module.css";

/** Few orders have any, and the first pages are light without them. */
const ReturnSections = lazy(() => import("@/features/returns/ReturnSections"));

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
      {hasTracking(order) && (
        <Section title={t("parcel.title")}>
          <ParcelText parcel={order} />
        </Section>
      )}
      {order.pickupCode && <Pickup order={order} code={order.pickupCode} />}
      <Section title={t(order.deliveryMethod === "PICKUP" ? "parcel.recipient" : "detail.address")}>
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
      {(order.deliveredAt != null || order.refunds !== undefined) && (
        <Suspense fallback={null}>
          <ReturnSections order={order} />
        </Suspense>
      )}
      <Section title={t("detail.timeline")}>
        <Timeline order={order} />
      </Section>
    </Stack>
  );
}

/** The code is of use only once the order is paid, and until it is handed over. */
function Pickup({ order, code }: { order: Order; code: string }) {
  const { t } = useTranslation("orders");
  const shipping = useShop().data?.shipping;
  return (
    <Section title={t("parcel.pickup")}>
      <Stack gap="xs">
        {order.state === "CONFIRMED" && order.deliveryState !== "DELIVERED" && <PickupCode code={code} />}
        {order.state === "CONFIRMED" && <Text>{t(`parcel.at.${order.deliveryState ?? "PREPARING"}`)}</Text>}
        {shipping?.pickupAddress && <Text>{shipping.pickupAddress}</Text>}
        {shipping?.pickupHours && (
          <Text size="sm" c="dimmed">
            {shipping.pickupHours}
          </Text>
        )}
      </Stack>
    </Section>
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
