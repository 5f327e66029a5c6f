// The customer, the address, the notes of admins, and the payments of an order, of which a deposit is confirmed here.
import { Alert, Anchor, Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useConfirmDeposits } from "@/features/admin-charge/useConfirmDeposits";
import { NoteForm } from "@/features/admin-note/NoteForm";
import { Notes } from "@/features/admin-note/Notes";
import { useNotes } from "@/features/admin-note/queries";
import { PaymentAttempts } from "@/features/admin-order/PaymentAttempts";
import { AddressText } from "@/features/user/AddressText";
import { useMay } from "@/features/user/session";
import type { OrderDetail, Payment } from "@/ipc/generated/operations";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
import { TrackingPanel } from "./TrackingPanel";
import classes from "./order.module.css";

export function OrderAside({ detail: { order, payments } }: { detail: OrderDetail }) {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  const { customer, deliveryMethod, shippingAddress, deliveryMemo } = order;
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
      <TrackingPanel order={order} />
      <TitledPanel title={t(deliveryMethod === "PICKUP" ? "column.recipient" : "detail.address")}>
        <AddressText to={shippingAddress} />
        {deliveryMemo && (
          <div className={classes.memo}>
            <Text size="xs" c="dimmed">
              {t("detail.memo")}
            </Text>
            <Text size="sm" fw={600}>
              {deliveryMemo}
            </Text>
          </div>
        )}
      </TitledPanel>
      <OrderNotes orderId={order.id} customerId={customer.id} />
      <TitledPanel title={t("detail.payments")}>
        <PaymentAttempts payments={payments} confirm={(payment) => <ConfirmDeposit payment={payment} order={order} />} />
        {order.outsideRefundAmount != null && (
          <Alert color="yellow" variant="light" mt="sm" title={t("payment.byHand")}>
            {t("payment.byHandText", { amount: formatWon(order.outsideRefundAmount, lang) })}
          </Alert>
        )}
      </TitledPanel>
    </div>
  );
}

/** Nothing for an admin that may not confirm money. */
function ConfirmDeposit({ payment, order: { orderNumber, customer, createdAt } }: { payment: Payment; order: OrderDetail["order"] }) {
  const { t } = useTranslation("adminDeposits");
  const may = useMay();
  const { run, progress } = useConfirmDeposits();
  if (!may("confirm_payment")) return null;
  const deposit = { ...payment, orderNumber, userId: customer.id, userName: customer.name, userEmail: customer.email, createdAt };
  return (
    <Button size="compact-sm" mt={6} disabled={progress !== undefined} onClick={() => void run([deposit])}>
      {t("confirm.action")}
    </Button>
  );
}

/** Those on the order, and below them those on its customer. */
function OrderNotes({ orderId, customerId }: { orderId: number; customerId: number }) {
  const { t } = useTranslation("adminNotes");
  const ofCustomer = useNotes("user", customerId).data?.items ?? [];
  return (
    <TitledPanel title={t("title")} hint={t("hint")}>
      <Stack gap="md">
        <NoteForm target="order" id={orderId} />
        <Notes target="order" id={orderId} />
        {ofCustomer.length > 0 && (
          <div>
            <Text size="sm" c="dimmed" mb="xs">
              {t("ofCustomer")}
            </Text>
            <Notes target="user" id={customerId} />
          </div>
        )}
      </Stack>
    </TitledPanel>
  );
}
