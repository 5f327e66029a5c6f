// How many of a coupon were taken, in figures; the bar shows what is left, as everywhere.
import { useTranslation } from "react-i18next";
import type { AdminCoupon } from "@/ipc/generated/operations";
import { percentOf } from "@/shared/components/charts/scale";
import { Meter } from "@/shared/components/Meter";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";

export function IssuedMeter({ coupon: { issuedQuantity, remainingQuantity, totalQuantity } }: { coupon: AdminCoupon }) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  return (
    <>
      <span className="tabular">{t("issuedOf", { issued: formatCount(issuedQuantity, lang), total: formatCount(totalQuantity, lang) })}</span>
      <Meter share={percentOf(remainingQuantity, totalQuantity) ?? 0} />
    </>
  );
}
