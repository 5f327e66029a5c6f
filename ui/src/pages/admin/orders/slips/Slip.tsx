// One packing slip: to whom, what and how many. It names no prices, because it goes into the parcel.
import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { unitsOf } from "@/features/admin-order/packing";
import type { AdminOrder } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Facts } from "@/shared/components/Facts";
import { NameText } from "@/shared/components/NameText";
import classes from "./slips.module.css";

export function Slip({ order, shopName }: { order: AdminOrder; shopName: string }) {
  const { t } = useTranslation("adminOrders");
  const { shippingAddress: to, deliveryMemo, items, orderNumber, createdAt, deliveryMethod } = order;
  const place = deliveryMethod === "PICKUP" ? t("slips.pickup") : `(${to.zipCode}) ${[to.address, to.detailAddress].filter(Boolean).join(" ")}`;
  const facts = [
    { label: t("column.number"), value: orderNumber },
    { label: t("detail.placedAt"), value: <DateText at={createdAt} withTime /> },
    { label: t("column.recipient"), value: `${to.recipientName} · ${to.phone}` },
    { label: t("detail.address"), value: place },
  ];
  if (deliveryMemo) facts.push({ label: t("detail.memo"), value: deliveryMemo });
  return (
    <article className={classes.slip} aria-label={orderNumber}>
      <Text c="dimmed" fw={600}>
        {shopName}
      </Text>
      <Title order={2} fz="1.5rem" mb="md">
        {t("slips.title")}
      </Title>
      <Facts facts={facts} />
      <table className={`tabular ${classes.items}`}>
        <thead>
          <tr>
            <th scope="col">{t("detail.product")}</th>
            <th scope="col">{t("detail.quantity")}</th>
          </tr>
        </thead>
        <tbody>
          {items.filter((item) => unitsOf(item) > 0).map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <NameText name={item.productName} nameEn={item.productNameEn} />
              </th>
              <td>{unitsOf(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
