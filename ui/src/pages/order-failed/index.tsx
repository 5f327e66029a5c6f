// The payment failed and was undone: what went back, and a way to try again.
import { Alert, Button, Group, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useParams } from "react-router";
import { useOrderAgain } from "@/features/cart/useOrderAgain";
import { FailureText } from "@/features/order/FailureText";
import { useOrder } from "@/features/order/queries";
import type { Order } from "@/ipc/generated/operations";
import { Facts } from "@/shared/components/Facts";
import { PageHeading } from "@/shared/components/PageHeading";
import { Panel } from "@/shared/components/Panel";
import { QueryView } from "@/shared/components/QueryView";
import { useLang } from "@/shared/hooks/useLang";
import { lineName } from "@/shared/text/names";

export default function OrderFailedPage() {
  const { t } = useTranslation("checkout");
  const order = useOrder(Number(useParams().id));
  return (
    <>
      <PageHeading title={t("failed.title")} hidden />
      <QueryView query={order}>{(data) => (data.state === "PAYMENT_FAILED" ? <Failed order={data} /> : <Navigate to={`/orders/${data.id}`} replace />)}</QueryView>
    </>
  );
}

function Failed({ order }: { order: Order }) {
  const { t } = useTranslation(["checkout", "orders", "cart"]);
  const lang = useLang();
  const { orderAgain, pending } = useOrderAgain();
  const coupons = order.coupons.map(({ name }) => name).join(", ");
  const items = order.items.map((item) => t("cart:removeChosen.line", { name: lineName(item, lang), quantity: item.quantity })).join(", ");
  const reason = order.payment?.failureReason;
  const facts = [
    { label: t("failed.stock"), value: items },
    { label: t("failed.coupons"), value: coupons || t("failed.noCoupons") },
    { label: t("failed.points"), value: t("failed.noPoints") },
    { label: t("done.number"), value: order.orderNumber },
  ];
  return (
    <Stack maw={640} mx="auto" py="xl" gap="xl">
      <Stack align="center" gap="sm">
        <ThemeIcon size={72} radius="xl" mb="xs" variant="default">
          <RotateCcw size={34} aria-hidden />
        </ThemeIcon>
        <Text fz="1.75rem" fw={700} ta="center" aria-hidden>
          {t("failed.title")}
        </Text>
        <Text c="dimmed" ta="center">
          {t("failed.text")}
        </Text>
      </Stack>
      <Panel p="xl">
        <Title order={2} size="h3" mb="md">
          {t("failed.back")}
        </Title>
        <Facts facts={facts} />
      </Panel>
      {reason && (
        <Alert color="gray" title={t("orders:payment.reason")}>
          <FailureText reason={reason} />
        </Alert>
      )}
      <Group justify="center" gap="sm">
        <Button component={Link} to={`/orders/${order.id}`} variant="default" size="md">
          {t("failed.order")}
        </Button>
        <Button size="md" loading={pending} onClick={() => orderAgain(order)}>
          {t("failed.again")}
        </Button>
      </Group>
    </Stack>
  );
}
