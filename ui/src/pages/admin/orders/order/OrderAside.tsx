// Who ordered, where it goes, and every try to pay it.
import { Anchor, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PaymentAttempts } from "@/features/admin-order/PaymentAttempts";
import { AddressText } from "@/features/user/AddressText";
import type { OrderDetail } from "@/ipc/generated/operations";
import { Part } from "./Part";
import classes from "./order.module.css";

export function OrderAside({ detail: { order, payments } }: { detail: OrderDetail }) {
  const { t } = useTranslation("adminOrders");
  const { customer, shippingAddress } = order;
  return (
    <div className={classes.column}>
      <Part title={t("detail.customer")}>
        <Anchor component={Link} to={`/admin/customers/${customer.id}`} fw={600}>
          {customer.name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {customer.email}
        </Text>
      </Part>
      <Part title={t("detail.address")}>
        <AddressText to={shippingAddress} />
      </Part>
      <Part title={t("detail.payments")}>
        <PaymentAttempts payments={payments} />
      </Part>
    </div>
  );
}
