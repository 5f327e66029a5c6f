// The sheet itself: shop, order, items in a table, amounts, how and when it was paid.
import { Group, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { amountsOf } from "@/features/order/orderState";
import { Waterfall } from "@/features/order/Waterfall";
import { BusinessText } from "@/features/shop/BusinessText";
import { useShop } from "@/features/shop/queries";
import type { Order } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Facts } from "@/shared/components/Facts";
import { Money } from "@/shared/components/Money";
import { NameText } from "@/shared/components/NameText";
import { PlaceText } from "@/shared/components/PlaceText";
import classes from "./ReceiptPaper.module.css";
import { ReceiptSeal } from "./ReceiptSeal";

export function ReceiptPaper({ order, shopName }: { order: Order; shopName: string }) {
  const { t } = useTranslation(["orders", "common"]);
  const { paidAt, cancelledAt, state, shippingAddress } = order;
  const paidBy = (order.payments ?? []).filter(({ paidAt: at }) => at != null).map(({ method }) => method);
  const methods = paidBy.length > 0 ? paidBy : [order.payment?.method ?? "POINT"];
  const facts = [
    { label: t("receipt.number"), value: order.orderNumber },
    { label: t("receipt.paidAt"), value: paidAt ? <DateText at={paidAt} withTime /> : t("receipt.notPaid") },
    { label: t("receipt.method"), value: methods.map((method) => t(`payment.by_${method}`)).join(" + ") },
    { label: t("receipt.buyer"), value: shippingAddress.recipientName },
  ];
  if (order.placeInLine) facts.push({ label: t("common:line.label"), value: <PlaceText place={order.placeInLine} /> });
  if (state === "REFUNDED" && cancelledAt) facts.push({ label: t("receipt.refundedAt"), value: <DateText at={cancelledAt} withTime /> });
  return (
    <article className={classes.paper}>
      <Stack gap="xl">
        <div>
          <Text c="dimmed" fw={600}>
            {shopName}
          </Text>
          <Title order={2} fz="1.75rem">
            {t("receipt.title")}
          </Title>
        </div>
        <Facts facts={facts} />
        <Items order={order} />
        <div className={classes.sums}>
          <Waterfall amounts={amountsOf(order)} totalLabel={paidAt ? t("amounts.paid") : t("amounts.total")} plain />
          {order.refundedAmount > 0 && <Refunded order={order} />}
          <VatParts order={order} />
        </div>
        {paidAt !== undefined && <ReceiptSeal order={order} />}
        <BusinessText />
        <Text c="dimmed" size="sm" ta="center">
          {t("receipt.thanks", { shop: shopName })}
        </Text>
      </Stack>
    </article>
  );
}

/** What was paid back of it, and what is left. */
function Refunded({ order: { totalAmount, refundedAmount } }: { order: Order }) {
  const { t } = useTranslation("orders");
  return (
    <>
      <Group justify="space-between" mt="sm">
        <Text size="sm">{t("receipt.refunded")}</Text>
        <Money amount={-refundedAmount} fz="sm" />
      </Group>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {t("receipt.rest")}
        </Text>
        <Money amount={totalAmount - refundedAmount} fz="sm" fw={600} />
      </Group>
    </>
  );
}

/** The two parts of the price, where the business of the shop is known. */
function VatParts({ order: { totalAmount, vatAmount = 0 } }: { order: Order }) {
  const { t } = useTranslation("orders");
  if (useShop().data?.business == null) return null;
  const parts = [
    { label: t("receipt.supply"), value: <Money amount={totalAmount - vatAmount} /> },
    { label: t("receipt.vat"), value: <Money amount={vatAmount} /> },
  ];
  return <Facts facts={parts} />;
}

function Items({ order: { items } }: { order: Order }) {
  const { t } = useTranslation("orders");
  return (
    <table className={`tabular ${classes.items}`}>
      <thead>
        <tr>
          <th scope="col">{t("receipt.product")}</th>
          <th scope="col" className={classes.wide}>{t("receipt.price")}</th>
          <th scope="col" className={classes.wide}>{t("receipt.quantity")}</th>
          <th scope="col">{t("receipt.discount")}</th>
          <th scope="col">{t("receipt.sum")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <NameText name={item.productName} nameEn={item.productNameEn} />
              <span className={classes.narrow}>
                <Money amount={item.price} /> × {item.quantity}
              </span>
            </th>
            <td className={classes.wide}>
              <Money amount={item.price} />
            </td>
            <td className={classes.wide}>{item.quantity}</td>
            <td>{item.discountAmount > 0 ? <Money amount={-item.discountAmount} /> : "–"}</td>
            <td>
              <Money amount={item.totalAmount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
