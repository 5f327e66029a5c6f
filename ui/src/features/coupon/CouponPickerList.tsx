// Coupons to choose from, each with what it takes off, or, in words, why it cannot be used.
import { Checkbox, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CouponChoice, UserCoupon } from "@/ipc/generated/operations";
import { Money } from "@/shared/components/Money";
import { NameText } from "@/shared/components/NameText";
import { useLang } from "@/shared/hooks/useLang";
import { formatDate, formatWon } from "@/shared/text/format";
import { isPickable, reasonOf } from "./couponPicking";
import { useCouponWords } from "./useCouponWords";
import classes from "./CouponPickerList.module.css";

interface CouponPickerListProps {
  choices: readonly CouponChoice[];
  /** Names the group for screen readers. */
  label: string;
  /** Won of the goods, to say how much is missing. */
  goods: number;
  onToggle: (userCouponId: number) => void;
  disabled?: boolean;
}

export function CouponPickerList({ choices, label, goods, onToggle, disabled = false }: CouponPickerListProps) {
  return (
    <div role="group" aria-label={label} className={classes.list}>
      {choices.map((choice) => (
        <Checkbox.Card
          key={choice.coupon.id}
          className={classes.card}
          checked={choice.selected}
          disabled={disabled || !isPickable(choice)}
          data-refused={isPickable(choice) ? undefined : true}
          onClick={() => onToggle(choice.coupon.id)}
        >
          <Checkbox.Indicator disabled={!isPickable(choice)} />
          <div className={classes.words}>
            <Text fw={600} size="sm">
              <NameText name={choice.coupon.name} nameEn={choice.coupon.nameEn} />
            </Text>
            <CouponTermsText coupon={choice.coupon} />
            <RefusalText choice={choice} goods={goods} />
          </div>
          {isPickable(choice) && choice.discountAmount > 0 && (
            <Money amount={-choice.discountAmount} inherit={false} size="sm" fw={700} c={choice.selected ? "var(--accent-text)" : undefined} />
          )}
        </Checkbox.Card>
      ))}
    </div>
  );
}

function CouponTermsText({ coupon }: { coupon: UserCoupon }) {
  const { value, conditions } = useCouponWords()(coupon);
  return (
    <Text size="xs" c="dimmed">
      {[value, ...conditions].join(" · ")}
    </Text>
  );
}

function RefusalText({ choice, goods }: { choice: CouponChoice; goods: number }) {
  const { t } = useTranslation("checkout");
  const lang = useLang();
  if (choice.applicable || choice.selected) return null;
  const { beginDate, minOrderAmount, type } = choice.coupon;
  const reason = reasonOf(choice.reason);
  const isItem = type === "CART_ITEM";
  const words = () => {
    switch (reason) {
      case "MIN_ORDER_AMOUNT":
        return t("reason.MIN_ORDER_AMOUNT", { amount: formatWon(Math.max(minOrderAmount - goods, 0), lang) });
      case "NOT_STARTED":
        return t("reason.NOT_STARTED", { date: formatDate(beginDate, lang) });
      case "LIMIT_EXCEEDED":
        return isItem ? t("reason.LIMIT_EXCEEDED_ITEM") : t("reason.LIMIT_EXCEEDED");
      case "NOT_APPLICABLE":
        return isItem && !choice.cartItemIds?.length ? t("reason.NOT_APPLICABLE_ITEM") : t("reason.NOT_APPLICABLE");
      default:
        return t(`reason.${reason}`);
    }
  };
  return (
    <Text size="xs" className={classes.reason}>
      {words()}
    </Text>
  );
}
