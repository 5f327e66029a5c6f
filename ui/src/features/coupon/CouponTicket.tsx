// A coupon drawn as a ticket: what it is worth on the stub, its conditions beside it, and below them what
// the page wants to say or offer.
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CouponTerms } from "@/ipc/generated/operations";
import { NameText } from "@/shared/components/NameText";
import { useLang } from "@/shared/hooks/useLang";
import { couponName } from "@/shared/text/names";
import classes from "./CouponTicket.module.css";
import { useCouponWords } from "./useCouponWords";

interface CouponTicketProps {
  coupon: CouponTerms & { name: string; nameEn?: string; type: string };
  /** Small words at the right of the kind: D-day, a state. */
  mark?: ReactNode;
  /** When it holds. */
  period: ReactNode;
  /** Used, expired or not available: legible, but pale. */
  faded?: boolean;
  /** The lower edge, level with the tickets beside it: a count, a button, a state. */
  children?: ReactNode;
}

export function CouponTicket({ coupon, mark, period, faded = false, children }: CouponTicketProps) {
  const { t } = useTranslation("coupons");
  const { value, conditions } = useCouponWords()(coupon);
  return (
    <article className={classes.ticket} data-faded={faded || undefined} aria-label={couponName(coupon, useLang())}>
      <div className={classes.stub}>
        <span className={`${classes.value} tabular`}>{value}</span>
        <span className={classes.off}>{t("off")}</span>
      </div>
      <div className={classes.body}>
        <div className={classes.head}>
          <Text size="xs" fw={600} c="dimmed">
            {coupon.type === "CART_ITEM" ? t("kind.item") : t("kind.cart")}
          </Text>
          {mark}
        </div>
        <Text component="h3" fw={700} size="lg" lh={1.4} lineClamp={2}>
          <NameText name={coupon.name} nameEn={coupon.nameEn} />
        </Text>
        <ul className={classes.terms}>
          {conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
        <p className={`${classes.period} tabular`}>{period}</p>
        {children !== undefined && <div className={classes.foot}>{children}</div>}
      </div>
    </article>
  );
}
