// One order in the list: when, what, how far, how much, and what can be done with it now.
import { Group, Stack, Text } from "@mantine/core";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOrderAgain } from "@/features/cart/useOrderAgain";
import { DeliverySteps } from "@/features/order/DeliverySteps";
import { OrderActions, PayLine } from "@/features/order/OrderActions";
import { StandingBadge } from "@/features/order/StandingBadge";
import type { Order } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money } from "@/shared/components/Money";
import { ProductImage } from "@/shared/components/ProductImage";
import { useLang } from "@/shared/hooks/useLang";
import type { ListRowProps } from "@/shared/hooks/useListKeys";
import { lineName } from "@/shared/text/names";
import classes from "./Orders.module.css";

/** Pictures shown; of more items the number is. */
const PICTURES = 3;

export function OrderCard({ order, rowProps }: { order: Order; rowProps: ListRowProps }) {
  const { t } = useTranslation("orders");
  const { orderAgain, pending } = useOrderAgain();
  const lang = useLang();
  const { items } = order;
  const first = items[0] === undefined ? "" : lineName(items[0], lang);
  const name = items.length > 1 ? t("card.more", { name: first, count: items.length - 1 }) : first;
  return (
    <li {...rowProps} tabIndex={-1} className={classes.card} aria-label={`${order.orderNumber} ${name}`}>
      <Group justify="space-between">
        <Group gap="sm">
          <Text fw={700}>
            <DateText at={order.createdAt} />
          </Text>
          <Text size="sm" c="dimmed" className="tabular">
            {order.orderNumber}
          </Text>
        </Group>
        <StandingBadge order={order} />
      </Group>
      <Group wrap="nowrap" gap="lg">
        <Pictures order={order} />
        <Stack gap={4} flex={1} miw={0}>
          <Link to={`/orders/${order.id}`} className={classes.name}>
            {name}
            <ChevronRight size={18} aria-hidden />
          </Link>
          <Money amount={order.totalAmount} inherit={false} fw={700} fz="lg" />
        </Stack>
        <OrderActions order={order} onAgain={orderAgain} refilling={pending} />
      </Group>
      {order.state === "NORMAL" && (
        <div className={classes.pay}>
          <PayLine order={order} />
        </div>
      )}
      {order.state === "CONFIRMED" && <DeliverySteps order={order} />}
    </li>
  );
}

function Pictures({ order: { items } }: { order: Order }) {
  const { t } = useTranslation("orders");
  const more = items.length - PICTURES;
  return (
    <Group gap={8} wrap="nowrap">
      {items.slice(0, PICTURES).map((item) => (
        <ProductImage key={item.id} src={item.imageUrl} alt="" size={72} eager />
      ))}
      {more > 0 && (
        <Text size="sm" c="dimmed" fw={600}>
          {t("card.moreImages", { count: more })}
        </Text>
      )}
    </Group>
  );
}
