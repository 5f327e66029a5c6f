// The columns of the list of coupons.
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AdminCoupon } from "@/ipc/generated/operations";
import { NameText } from "@/shared/components/NameText";
import { StateTag, type Tone } from "@/shared/components/StateTag";
import type { Column } from "@/shared/components/table/column";
import { TwoLines } from "@/shared/components/table/TwoLines";
import { useLang } from "@/shared/hooks/useLang";
import { useNow } from "@/shared/hooks/useNow";
import { formatCount, formatDate, formatDateTime, formatWon, type Lang } from "@/shared/text/format";
import { IssuedMeter } from "./IssuedMeter";

type Words = TFunction<"adminCoupons">;

export function useCouponColumns(): readonly Column<AdminCoupon>[] {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  const now = useNow(60_000);
  return useMemo(
    () => [
      { id: "name", title: t("column.name"), main: true, cell: (coupon) => <TwoLines first={<NameText name={coupon.name} nameEn={coupon.nameEn} />} second={kindText(coupon, t)} /> },
      { id: "discount", narrow: "aside", title: t("column.discount"), width: 9, cell: (coupon) => discountText(coupon, t, lang) },
      { id: "minOrder", title: t("column.minOrder"), width: 8, figures: true, optional: true, cell: ({ minOrderAmount }) => (minOrderAmount > 0 ? formatWon(minOrderAmount, lang) : "–") },
      { id: "period", title: t("column.period"), width: 9.5, cell: ({ beginDate, endDate }) => <TwoLines first={t("until", { date: formatDate(endDate, lang) })} second={t("from", { date: formatDate(beginDate, lang) })} /> },
      { id: "state", narrow: "aside", title: t("column.state"), width: 8, cell: (coupon) => stateTag(coupon, t, now) },
      { id: "issued", title: t("column.issued"), width: 9, cell: (coupon) => <IssuedMeter coupon={coupon} /> },
      { id: "used", title: t("column.used"), width: 5, figures: true, cell: ({ usedQuantity }) => formatCount(usedQuantity, lang) },
      { id: "rate", title: t("column.rate"), width: 5.5, figures: true, cell: (coupon) => shareUsed(coupon, t) },
      { id: "updatedAt", title: t("column.updatedAt"), width: 11.5, optional: true, cell: ({ updatedAt }) => formatDateTime(updatedAt, lang) },
    ],
    [t, lang, now],
  );
}

/** What it is for, and how customers get it where the list does not show it to them. */
function kindText({ type, distribution, code }: AdminCoupon, t: Words): string {
  const kind = type === "CART_ITEM" ? t("type.CART_ITEM") : t("type.CART");
  if (distribution === "OPEN") return kind;
  return `${kind} · ${code ?? t(`distribution.${distribution}`)}`;
}

function discountText({ discountRate, discountPrice, maxDiscountPrice }: AdminCoupon, t: Words, lang: Lang) {
  const value = discountRate ? t("rateOf", { rate: discountRate }) : formatWon(discountPrice ?? 0, lang);
  return <TwoLines first={<strong>{value}</strong>} second={maxDiscountPrice && t("upTo", { amount: formatWon(maxDiscountPrice, lang) })} />;
}

function shareUsed({ issuedQuantity, usedQuantity }: AdminCoupon, t: Words): string {
  return issuedQuantity === 0 ? t("noRate") : t("rateOf", { rate: Math.floor((usedQuantity * 100) / issuedQuantity) });
}

/** An active coupon says more precisely why it cannot be obtained now. */
function stateTag({ state, beginDate, endDate, remainingQuantity }: AdminCoupon, t: Words, now: Date) {
  const tag = (text: string, tone: Tone = "quiet") => <StateTag tone={tone}>{text}</StateTag>;
  if (state !== "NORMAL") return tag(t(`state.${state}`));
  // The shop marks what has run out within moments; the eye is to know at once.
  if (now >= new Date(endDate)) return tag(t("state.EXPIRED"));
  if (remainingQuantity === 0) return tag(t("soldOut"), "scarce");
  return now < new Date(beginDate) ? tag(t("soon")) : tag(t("state.NORMAL"), "good");
}
