// The columns of the list of coupons.
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AnyCoupon } from "@/ipc/generated/operations";
import { DateText } from "@/shared/components/DateText";
import { Money } from "@/shared/components/Money";
import type { Column } from "@/shared/components/table/column";
import { TwoLines } from "@/shared/components/table/TwoLines";
import { useLang } from "@/shared/hooks/useLang";
import { useNow } from "@/shared/hooks/useNow";
import { formatCount, formatDate, formatWon } from "@/shared/text/format";
import { IssuedMeter } from "./IssuedMeter";

export function useCouponColumns(): readonly Column<AnyCoupon>[] {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  return [
    { id: "name", title: t("column.name"), main: true, cell: ({ name, type }) => <TwoLines first={name} second={type === "CART_ITEM" ? t("type.CART_ITEM") : t("type.CART")} /> },
    { id: "discount", title: t("column.discount"), width: 9, cell: (coupon) => <DiscountText coupon={coupon} /> },
    { id: "minOrder", title: t("column.minOrder"), width: 8, figures: true, optional: true, cell: ({ minOrderAmount }) => (minOrderAmount > 0 ? <Money amount={minOrderAmount} /> : "–") },
    { id: "period", title: t("column.period"), width: 9.5, cell: ({ beginDate, endDate }) => <TwoLines first={t("until", { date: formatDate(endDate, lang) })} second={t("from", { date: formatDate(beginDate, lang) })} /> },
    { id: "state", title: t("column.state"), width: 7, cell: (coupon) => <StateBadge coupon={coupon} /> },
    { id: "issued", title: t("column.issued"), width: 9, cell: (coupon) => <IssuedMeter coupon={coupon} /> },
    { id: "used", title: t("column.used"), width: 5, figures: true, cell: ({ usedQuantity }) => formatCount(usedQuantity, lang) },
    { id: "rate", title: t("column.rate"), width: 5.5, figures: true, cell: (coupon) => <UseRate coupon={coupon} /> },
    { id: "updatedAt", title: t("column.updatedAt"), width: 11.5, optional: true, cell: ({ updatedAt }) => <DateText at={updatedAt} withTime /> },
  ];
}

function DiscountText({ coupon: { discountRate, discountPrice, maxDiscountPrice } }: { coupon: AnyCoupon }) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  const value = discountRate ? t("rateOf", { rate: discountRate }) : formatWon(discountPrice ?? 0, lang);
  return <TwoLines first={<strong>{value}</strong>} second={maxDiscountPrice && t("upTo", { amount: formatWon(maxDiscountPrice, lang) })} />;
}

function UseRate({ coupon: { issuedQuantity, usedQuantity } }: { coupon: AnyCoupon }) {
  const { t } = useTranslation("adminCoupons");
  return issuedQuantity === 0 ? t("noRate") : t("rateOf", { rate: Math.floor((usedQuantity * 100) / issuedQuantity) });
}

/** A coupon that is handed out says more precisely why nobody can have it now. */
function StateBadge({ coupon: { state, beginDate, endDate, remainingQuantity } }: { coupon: AnyCoupon }) {
  const { t } = useTranslation("adminCoupons");
  const now = useNow(60_000);
  const badge = (text: string, live = false) => (
    <Badge variant={live ? "light" : "default"} tt="none" radius="sm" size="md" c={live ? "var(--accent-text-strong)" : "var(--mantine-color-text)"}>
      {text}
    </Badge>
  );
  if (state !== "NORMAL") return badge(t(`state.${state}`));
  // The shop marks what has run out within moments; the eye is to know at once.
  if (now >= new Date(endDate)) return badge(t("state.EXPIRED"));
  if (remainingQuantity === 0) return badge(t("soldOut"));
  return now < new Date(beginDate) ? badge(t("soon")) : badge(t("state.NORMAL"), true);
}
