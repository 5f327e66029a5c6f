// How many of a coupon were taken, in figures and as a bar. It moves while people take them.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AnyCoupon } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./IssuedMeter.module.css";

export function IssuedMeter({ coupon: { issuedQuantity, totalQuantity } }: { coupon: AnyCoupon }) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  const part = totalQuantity === 0 ? 0 : issuedQuantity / totalQuantity;
  return (
    <>
      <Text size="sm" className="tabular">
        {t("issuedOf", { issued: formatCount(issuedQuantity, lang), total: formatCount(totalQuantity, lang) })}
      </Text>
      <div className={classes.track} aria-hidden>
        <div className={classes.bar} style={{ width: `${part * 100}%` }} />
      </div>
    </>
  );
}
