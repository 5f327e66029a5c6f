// One address label: from whom, to whom, the order, and what is asked of the delivery. It tells nothing of what is inside.
import { useTranslation } from "react-i18next";
import { useShop, useShopName } from "@/features/shop/queries";
import type { AdminOrder } from "@/ipc/generated/operations";
import classes from "./labels.module.css";

export function Label({ order: { orderNumber, shippingAddress: to, deliveryMemo, carrier, trackingNumber } }: { order: AdminOrder }) {
  const { t } = useTranslation("adminOrders");
  const business = useShop().data?.business;
  const shopName = useShopName();
  const from = [business?.name || shopName, business?.phone, business?.address].filter(Boolean).join(" · ");
  return (
    <article className={classes.label} aria-label={orderNumber}>
      <p className={classes.small}>
        <span className={classes.role}>{t("labels.from")}</span> {from}
      </p>
      <div className={classes.to}>
        <span className={classes.role}>{t("column.recipient")}</span>
        <p className={classes.name}>{to.recipientName}</p>
        <p>{to.phone}</p>
        <p>{[to.address, to.detailAddress].filter(Boolean).join(" ")}</p>
        <p className={classes.zip}>{to.zipCode}</p>
      </div>
      {deliveryMemo && <p className={classes.small}>{deliveryMemo}</p>}
      <p className={classes.small}>{[orderNumber, carrier, trackingNumber].filter(Boolean).join(" · ")}</p>
    </article>
  );
}
