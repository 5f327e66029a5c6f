// The items of an order and its history.
import { Anchor, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { OrderAt } from "@/features/admin-order/OrderAt";
import { RefundDialog } from "@/features/admin-order/RefundDialog";
import { RefundList } from "@/features/admin-order/RefundList";
import { Timeline } from "@/features/admin-order/Timeline";
import { ReturnPanel } from "@/features/admin-returns/ReturnPanel";
import { useMay } from "@/features/user/session";
import type { AdminOrder, AdminReturn, OrderDetail, OrderItem } from "@/ipc/generated/operations";
import { Money } from "@/shared/components/Money";
import { NameText } from "@/shared/components/NameText";
import { ProductImage } from "@/shared/components/ProductImage";
import { TitledPanel } from "@/shared/components/TitledPanel";
import classes from "./order.module.css";

export function OrderBody({ detail: { order, timeline, refunds, returns } }: { detail: OrderDetail }) {
  const { t } = useTranslation(["adminOrders", "adminAsOf", "adminReturns"]);
  const [refunded, setRefunded] = useState<AdminReturn>();
  const may = useMay();
  return (
    <div className={classes.column}>
      <TitledPanel title={t("detail.items")}>
        <Items items={order.items} />
        <Sums order={order} />
      </TitledPanel>
      {returns.length > 0 && <ReturnPanel returns={returns} items={order.items} onRefund={may("refund_order") ? setRefunded : undefined} />}
      {refunded !== undefined && <RefundDialog order={order} returned={refunded} opened onClose={() => setRefunded(undefined)} />}
      {refunds.length > 0 && (
        <TitledPanel title={t("adminReturns:panelRefunds")}>
          <RefundList refunds={refunds} items={order.items} customerId={order.customer.id} />
        </TitledPanel>
      )}
      <TitledPanel title={t("detail.timeline")}>
        <Timeline events={timeline} />
      </TitledPanel>
      <TitledPanel title={t("adminAsOf:title")} hint={t("adminAsOf:hint")}>
        <OrderAt key={order.id} order={order} />
      </TitledPanel>
    </div>
  );
}

function Items({ items }: { items: readonly OrderItem[] }) {
  const { t } = useTranslation("adminOrders");
  return (
    <table className={`tabular ${classes.items}`}>
      <thead>
        <tr>
          <th scope="col">{t("detail.product")}</th>
          <th scope="col">{t("detail.price")}</th>
          <th scope="col">{t("detail.quantity")}</th>
          <th scope="col">{t("detail.discount")}</th>
          <th scope="col">{t("detail.sum")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function ItemRow({ item }: { item: OrderItem }) {
  const { t } = useTranslation("adminOrders");
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>
          <ProductImage src={item.imageUrl} alt="" size={40} eager />
          <Anchor component={Link} to={`/admin/products/${item.productId}`} c="inherit" inherit className={classes.link}>
            <NameText name={item.productName} nameEn={item.productNameEn} />
          </Anchor>
        </span>
      </th>
      <td data-title={t("detail.price")}>
        <Money amount={item.price} />
      </td>
      <td data-title={t("detail.quantity")}>
        {item.quantity}
        {item.cancelledQuantity > 0 && (
          <Text span size="xs" c="dimmed" display="block">
            {t("detail.refundedUnits", { count: item.cancelledQuantity })}
          </Text>
        )}
      </td>
      <td data-title={t("detail.discount")}>{item.discountAmount > 0 ? <Money amount={-item.discountAmount} /> : "–"}</td>
      <td data-title={t("detail.sum")}>
        <Money amount={item.totalAmount} fw={600} />
      </td>
    </tr>
  );
}

function Sums({ order: { amount, coupons, shippingFee, totalAmount, refundedAmount } }: { order: AdminOrder }) {
  const { t } = useTranslation("adminOrders");
  return (
    <dl className={classes.sums}>
      <Sum label={t("column.amount")} amount={amount} />
      {coupons.map(({ userCouponId, name, nameEn, discountAmount }) => (
        <Sum key={userCouponId} label={<NameText name={name} nameEn={nameEn} />} amount={-discountAmount} />
      ))}
      {shippingFee > 0 && <Sum label={t("detail.shippingFee")} amount={shippingFee} />}
      <Sum label={t("column.total")} amount={totalAmount} total />
      {refundedAmount > 0 && <Sum label={t("detail.refunded")} amount={-refundedAmount} />}
    </dl>
  );
}

function Sum({ label, amount, total = false }: { label: ReactNode; amount: number; total?: boolean }) {
  return (
    <div className={classes.sum} data-total={total || undefined}>
      <dt>{label}</dt>
      <dd>
        <Money amount={amount} c={amount < 0 ? "var(--accent-text)" : undefined} fz={total ? "lg" : undefined} />
      </dd>
    </div>
  );
}
