// The orders to pack one by one: to whom, what and how many, what is asked of the delivery.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { unitsOf } from "@/features/admin-order/packing";
import type { AdminOrder } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { NameText } from "@/shared/components/NameText";
import { StateTag } from "@/shared/components/StateTag";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./packing.module.css";

export function OrdersToPack({ orders }: { orders: readonly AdminOrder[] }) {
  return (
    <ul className={classes.orders}>
      {orders.map((order) => (
        <OrderToPack key={order.id} order={order} />
      ))}
    </ul>
  );
}

function OrderToPack({ order: { id, orderNumber, createdAt, shippingAddress, deliveryMethod, deliveryMemo, items } }: { order: AdminOrder }) {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  return (
    <li className={classes.order}>
      <div>
        <Link to={`/admin/orders/${id}`} className={`tabular ${classes.number}`}>
          <span className={classes.box} aria-hidden />
          {orderNumber}
        </Link>
        <Text size="sm" c="dimmed" component="div">
          {shippingAddress.recipientName} · <DateText at={createdAt} withTime />
        </Text>
        {deliveryMethod === "PICKUP" && <StateTag tone="wanted">{t("slips.pickup")}</StateTag>}
        {deliveryMemo && <Text size="sm">{deliveryMemo}</Text>}
      </div>
      <ul className={`tabular ${classes.items}`}>
        {items.filter((item) => unitsOf(item) > 0).map((item) => (
          <li key={item.id}>
            <NameText name={item.productName} nameEn={item.productNameEn} />
            <strong>{formatCount(unitsOf(item), lang)}</strong>
          </li>
        ))}
      </ul>
    </li>
  );
}
