// The effects of a refund, before and after side by side.
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AdminOrder, RefundPreview } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatDay } from "@/shared/text/day";
import { formatCount, formatPoints, formatWon } from "@/shared/text/format";
import { lineName } from "@/shared/text/names";
import classes from "./RefundEffects.module.css";

type RefundItem = RefundPreview["items"][number];

interface RefundEffectsProps {
  order: AdminOrder;
  preview: RefundPreview;
}

export function RefundEffects({ order, preview: { points, outsideAmount, shippingFee, isWhole, balanceBefore, balanceAfter, items, coupons, salesDay, settledReturnIds } }: RefundEffectsProps) {
  const { t } = useTranslation("adminOrders");
  const lang = useLang();
  // The preview names things as they were sold; the order knows their English names, too.
  const nameOf = ({ orderItemId, productName }: RefundItem) => lineName(order.items.find(({ id }) => id === orderItemId) ?? { productName }, lang);
  return (
    <div className={classes.effects}>
      {outsideAmount != null && (
        <Effect title={t("refund.outside")}>
          <Row label={formatWon(outsideAmount, lang)}>{t("payment.byHandText", { amount: formatWon(outsideAmount, lang) })}</Row>
        </Effect>
      )}
      {(points > 0 || outsideAmount == null) && (
        <Effect title={t("refund.points")}>
          <Row label={`+${formatPoints(points, lang)}`}>{t("change", { before: formatPoints(balanceBefore, lang), after: formatPoints(balanceAfter, lang) })}</Row>
        </Effect>
      )}
      {(items.length > 0 || shippingFee > 0) && (
        <Effect title={t("refund.amounts")}>
          {items.map((item) => (
            <Row key={item.orderItemId} label={t("refund.ofUnits", { name: nameOf(item), count: item.quantity })}>
              {formatWon(item.amount, lang)}
            </Row>
          ))}
          {shippingFee > 0 && <Row label={t("detail.shippingFee")}>{formatWon(shippingFee, lang)}</Row>}
        </Effect>
      )}
      {items.length > 0 && (
        <Effect title={t("refund.stock")}>
          {items.map((item) => (
            <Row key={item.orderItemId} label={t("refund.units", { name: nameOf(item), count: item.availableAfter - item.availableBefore })}>
              {t("change", { before: formatCount(item.availableBefore, lang), after: formatCount(item.availableAfter, lang) })}
            </Row>
          ))}
        </Effect>
      )}
      {coupons.length > 0 && (
        <Effect title={t("refund.coupons")}>
          {coupons.map(({ userCouponId, name, comesBack, usable }) => (
            <Row key={userCouponId} label={name}>
              {t(comesBack ? (usable ? "refund.usable" : "refund.ranOut") : "refund.stays")}
            </Row>
          ))}
        </Effect>
      )}
      <Effect title={t("refund.sales")}>
        <Row label={t("refund.salesDay", { day: formatDay(salesDay, lang) })}>{null}</Row>
      </Effect>
      <Effect title={t("refund.after")}>
        <Row label={t(isWhole ? "refund.whole" : "refund.part")}>{null}</Row>
        {settledReturnIds.length > 0 && <Row label={t("refund.settles", { count: settledReturnIds.length })}>{null}</Row>}
      </Effect>
    </div>
  );
}

function Effect({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Text size="sm" c="dimmed" fw={600}>
        {title}
      </Text>
      <ul className={classes.rows}>{children}</ul>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li className={classes.row}>
      <span>{label}</span>
      <span className="tabular">{children}</span>
    </li>
  );
}
