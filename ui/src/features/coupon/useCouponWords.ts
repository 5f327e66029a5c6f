// A coupon's discount and conditions in words.
import { useTranslation } from "react-i18next";
import type { CouponTerms } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";

export interface CouponWords {
  /** The large figure: "15%" or "5,000원". */
  value: string;
  /** One sentence each, the weightiest first. */
  conditions: string[];
}

export function useCouponWords(): (terms: CouponTerms) => CouponWords {
  const { t } = useTranslation("coupons");
  const lang = useLang();
  const won = (amount: number) => formatWon(amount, lang);
  return ({ discountRate, discountPrice, maxDiscountPrice, minOrderAmount, productIds }) => {
    const conditions = [minOrderAmount > 0 ? t("terms.minOrder", { amount: won(minOrderAmount) }) : t("terms.anyOrder")];
    if (maxDiscountPrice) conditions.push(t("terms.maxDiscount", { amount: won(maxDiscountPrice) }));
    if (productIds?.length) conditions.push(t("terms.products", { count: productIds.length }));
    return { value: discountRate ? `${discountRate}%` : won(discountPrice ?? 0), conditions };
  };
}
