// How many of a coupon were taken, in figures and as a bar.
import { useTranslation } from "react-i18next";
import type { AnyCoupon } from "@/ipc/generated/operations";
import { Meter } from "@/shared/components/Meter";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";

export function IssuedMeter({ coupon: { issuedQuantity, totalQuantity } }: { coupon: AnyCoupon }) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  return (
    <>
      <span className="tabular">{t("issuedOf", { issued: formatCount(issuedQuantity, lang), total: formatCount(totalQuantity, lang) })}</span>
      <Meter share={totalQuantity === 0 ? 0 : (issuedQuantity / totalQuantity) * 100} />
    </>
  );
}
