// One order: its state, its items, its payment, and the actions that it allows. Events keep it current.
import { Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useOrderAgain } from "@/features/cart/useOrderAgain";
import { DeliverySteps } from "@/features/order/DeliverySteps";
import { OrderActions } from "@/features/order/OrderActions";
import { standingOf } from "@/features/order/orderState";
import { useOrder } from "@/features/order/queries";
import { StandingBadge } from "@/features/order/StandingBadge";
import type { Order } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { announce } from "@/shared/components/LiveRegion";
import { PageHeading } from "@/shared/components/PageHeading";
import { Panel } from "@/shared/components/Panel";
import { QueryView } from "@/shared/components/QueryView";
import { SideBySide } from "@/shared/components/SideBySide";
import { OrderSections } from "./OrderSections";
import { OrderSums } from "./OrderSums";

export default function OrderPage() {
  const { t } = useTranslation("orders");
  const order = useOrder(Number(useParams().id));
  return (
    <>
      <PageHeading title={t("detail.title")} aside={order.data === undefined ? undefined : <StandingBadge order={order.data} />} />
      <QueryView query={order}>{(data) => <OrderView order={data} />}</QueryView>
    </>
  );
}

function OrderView({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const { orderAgain, pending } = useOrderAgain();
  useAnnouncedStanding(order);
  return (
    <Stack gap="xl">
      <Group justify="space-between">
        <Text c="dimmed">
          <DateText at={order.createdAt} withTime /> · <span className="tabular">{order.orderNumber}</span>
        </Text>
        <OrderActions order={order} onAgain={orderAgain} refilling={pending} />
      </Group>
      {order.state === "CONFIRMED" && (
        <Panel py="xl">
          <DeliverySteps order={order} />
        </Panel>
      )}
      <SideBySide asideLabel={t("amounts.title")} aside={<OrderSums order={order} />} asideFirst={order.state === "NORMAL"}>
        <OrderSections order={order} />
      </SideBySide>
    </Stack>
  );
}

/** Says it when the order changes while one looks at it; not when the page opens. */
function useAnnouncedStanding(order: Order) {
  const { t } = useTranslation("orders");
  const standing = standingOf(order);
  const seen = useRef(standing);
  useEffect(() => {
    if (seen.current === standing) return;
    seen.current = standing;
    announce(t("changed", { standing: t(`standing.${standing}`) }));
  }, [standing, t]);
}
