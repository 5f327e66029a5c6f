// The customer, the address, and the payment attempts of an order.
import { Anchor, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PaymentAttempts } from "@/features/admin-order/PaymentAttempts";
import { AddressText } from "@/features/user/AddressText";
import type { OrderDetail } from "@/ipc/generated/operations";
import { TitledPanel } from "@/shared/components/TitledPanel";
import classes from "./order.module.css";

export function OrderAside({ detail: { order, payments } }: { detail: OrderDetail }) {
  const { t } = useTranslation("adminOrders");
  const { customer, shippingAddress } = order;
  return (
    <div className={classes.column}>
      <TitledPanel title={t("detail.customer")}>
        <Anchor component={Link} to={`/admin/customers/${customer.id}`} fw={600}>
          {customer.name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {customer.email}
        </Text>
      </TitledPanel>
      <TitledPanel title={t("detail.address")}>
        <AddressText to={shippingAddress} />
      </TitledPanel>
      <TitledPanel title={t("detail.payments")}>
        <PaymentAttempts payments={payments} />
      </TitledPanel>
    </div>
  );
}
