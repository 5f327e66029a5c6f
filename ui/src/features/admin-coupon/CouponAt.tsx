// A coupon as of an instant: how many were issued and used, and its terms then.
import { useTranslation } from "react-i18next";
import type { CouponAt as Answer } from "@/ipc/generated/operations";
import { AsOfPanel } from "@/shared/components/asOf/AsOfPanel";
import { useTravel } from "@/shared/components/asOf/useTravel";
import { Facts } from "@/shared/components/Facts";
import { NameText } from "@/shared/components/NameText";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatDateTime, formatWon } from "@/shared/text/format";
import { useCouponAt } from "./queries";

export function CouponAt({ couponId }: { couponId: number }) {
  const { t } = useTranslation("adminAsOf");
  const travel = useTravel();
  const query = useCouponAt(couponId, travel.asked);
  return (
    <AsOfPanel noun="coupon" travel={travel} query={query}>
      {(answer) => (answer.issuedQuantity == null ? t("before") : <Terms answer={answer} issued={answer.issuedQuantity} />)}
    </AsOfPanel>
  );
}

function Terms({ answer: { coupon, usedQuantity }, issued }: { answer: Answer; issued: number }) {
  const { t } = useTranslation(["adminAsOf", "adminCoupons"]);
  const lang = useLang();
  const count = (value: number) => formatCount(value, lang);
  const total = coupon == null ? "–" : count(coupon.totalQuantity);
  const figures = [
    { label: t("coupon.issued"), value: t("coupon.issuedOf", { issued: count(issued), total }) },
    { label: t("coupon.used"), value: usedQuantity == null ? t("coupon.usedUnknown") : t("figure.coupon", { shown: count(usedQuantity) }) },
  ];
  if (coupon == null) return <Facts facts={[...figures, { label: t("coupon.state"), value: t("unknown") }]} />;
  const { discountRate, discountPrice, maxDiscountPrice } = coupon;
  const off = discountRate == null ? formatWon(discountPrice ?? 0, lang) : `${discountRate}%`;
  const most = maxDiscountPrice == null ? "" : ` (${t("adminCoupons:upTo", { amount: formatWon(maxDiscountPrice, lang) })})`;
  const period = t("adminCoupons:period", { from: formatDateTime(coupon.beginDate, lang), until: formatDateTime(coupon.endDate, lang) });
  return (
    <Facts
      facts={[
        ...figures,
        { label: t("coupon.state"), value: t(`adminCoupons:state.${coupon.state}`) },
        { label: t("coupon.name"), value: <NameText name={coupon.name} nameEn={coupon.nameEn} /> },
        { label: t("coupon.discount"), value: `${off}${most}` },
        { label: t("coupon.minOrder"), value: formatWon(coupon.minOrderAmount, lang) },
        { label: t("coupon.period"), value: period },
      ]}
    />
  );
}
