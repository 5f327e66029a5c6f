// The order is paid: its number, what it cost, and what happens next.
import { Button, Group, Stack, Text, ThemeIcon } from "@mantine/core";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useParams } from "react-router";
import { useOrder } from "@/features/order/queries";
import type { Order } from "@/ipc/generated/operations";
import { Money, Points } from "@/shared/components/Money";
import { PageHeading } from "@/shared/components/PageHeading";
import { Panel } from "@/shared/components/Panel";
import { QueryView } from "@/shared/components/QueryView";
import { Facts } from "@/shared/components/Facts";
import { PlaceText } from "@/shared/components/PlaceText";
import { NextSteps } from "./NextSteps";

export default function OrderDonePage() {
  const { t } = useTranslation("checkout");
  const order = useOrder(Number(useParams().id));
  return (
    <>
      <PageHeading title={t("done.title")} hidden />
      <QueryView query={order}>{(data) => (data.state === "CONFIRMED" ? <Done order={data} /> : <Navigate to={`/orders/${data.id}`} replace />)}</QueryView>
    </>
  );
}

function Done({ order }: { order: Order }) {
  const { t } = useTranslation(["checkout", "common"]);
  const { recipientName, address, detailAddress } = order.shippingAddress;
  const facts = [
    { label: t("done.number"), value: order.orderNumber },
    { label: t("done.paid"), value: <Money amount={order.totalAmount} fw={700} /> },
    { label: t("done.to"), value: `${recipientName} · ${address} ${detailAddress ?? ""}` },
  ];
  if (order.placeInLine) facts.push({ label: t("common:line.label"), value: <PlaceText place={order.placeInLine} /> });
  if (order.deliveryMemo !== undefined) facts.push({ label: t("memo.label"), value: order.deliveryMemo });
  const left = order.payment?.balance?.after;
  if (left !== undefined) facts.splice(2, 0, { label: t("done.left"), value: <Points amount={left} /> });
  return (
    <Stack maw={640} mx="auto" py="xl" gap="xl">
      <Stack align="center" gap="sm">
        <ThemeIcon size={72} radius="xl" mb="xs">
          <Check size={38} strokeWidth={2.5} aria-hidden />
        </ThemeIcon>
        <Text fz="1.75rem" fw={700} ta="center" aria-hidden>
          {t("done.title")}
        </Text>
        <Text c="dimmed" ta="center">
          {t("done.thanks")}
        </Text>
      </Stack>
      <Panel p="xl">
        <Facts facts={facts} />
      </Panel>
      <NextSteps />
      <Group justify="center" gap="sm">
        <Button component={Link} to="/products" variant="default" size="md">
          {t("done.more")}
        </Button>
        <Button component={Link} to={`/orders/${order.id}/receipt`} variant="default" size="md">
          {t("done.receipt")}
        </Button>
        <Button component={Link} to={`/orders/${order.id}`} size="md">
          {t("done.order")}
        </Button>
      </Group>
    </Stack>
  );
}
