// One order in the list, as low as it can be: what, when, how far, how much, and what can be done with it now.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOrderAgain } from "@/features/cart/useOrderAgain";
import { DepositLine } from "@/features/order/DepositPanel";
import { DeliveryTrack } from "@/features/order/DeliveryTrack";
import { OrderActions, PayButton } from "@/features/order/OrderActions";
import { awaitedOf } from "@/features/order/orderState";
import { StandingBadge } from "@/features/order/StandingBadge";
import type { Order } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money } from "@/shared/components/Money";
import { ProductImage } from "@/shared/components/ProductImage";
import { useLang } from "@/shared/hooks/useLang";
import type { ListRowProps } from "@/shared/hooks/useListKeys";
import { lineName } from "@/shared/text/names";
import classes from "./Orders.module.css";

export function OrderRow({ order, rowProps }: { order: Order; rowProps: ListRowProps }) {
  const { t } = useTranslation("orders");
  const { orderAgain, pending } = useOrderAgain();
  const lang = useLang();
  const { items } = order;
  const awaited = awaitedOf(order);
  const first = items[0] === undefined ? "" : lineName(items[0], lang);
  const name = items.length > 1 ? t("card.more", { name: first, count: items.length - 1 }) : first;
  return (
    <li {...rowProps} tabIndex={-1} className={classes.order} aria-label={`${order.orderNumber} ${name}`}>
      <div className={classes.picture}>
        <ProductImage src={items[0]?.imageUrl} alt="" size={40} eager />
      </div>
      <div className={classes.words}>
        <Link to={`/orders/${order.id}`} className={classes.name}>
          {name}
        </Link>
        <Text size="xs" c="dimmed" className="tabular" truncate>
          <DateText at={order.createdAt} /> · {order.orderNumber}
        </Text>
        {awaited !== undefined && <DepositLine payment={awaited} />}
      </div>
      <div className={classes.standing}>
        <StandingBadge order={order} />
        <DeliveryTrack order={order} />
      </div>
      <Money amount={order.totalAmount} inherit={false} fw={700} className={`tabular ${classes.amount}`} />
      <div className={classes.actions}>
        <OrderActions order={order} onAgain={orderAgain} refilling={pending} small />
        {/* Other ways to pay are chosen on the order's page. */}
        <PayButton order={order} small />
      </div>
    </li>
  );
}
