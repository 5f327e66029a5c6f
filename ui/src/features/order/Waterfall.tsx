// The steps from the price of the items to the amount to pay, one for each kind of coupon that gave a discount. The bars
// repeat the figures.
import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Money } from "@/shared/components/Money";
import type { Amounts } from "./orderState";
import classes from "./Waterfall.module.css";

interface WaterfallProps {
  amounts: Amounts;
  /** What the last line is called: "to pay", "paid". */
  totalLabel: string;
  /** Without bars, for print. */
  plain?: boolean;
}

export function Waterfall({ amounts: { goods, itemCoupons, cartCoupons, shipping, total }, totalLabel, plain = false }: WaterfallProps) {
  const { t } = useTranslation("orders");
  const afterItems = goods - itemCoupons;
  const hasBars = !plain && total < goods;
  const bar = (from: number, to: number) => (hasBars && to > from ? { from: (from / goods) * 100, to: (to / goods) * 100 } : undefined);
  return (
    <div className={classes.steps}>
      <Step label={t("amounts.goods")} amount={goods} bar={bar(0, goods)} />
      {itemCoupons > 0 && <Step label={t("amounts.itemCoupons")} amount={-itemCoupons} bar={bar(afterItems, goods)} />}
      {cartCoupons > 0 && <Step label={t("amounts.cartCoupons")} amount={-cartCoupons} bar={bar(afterItems - cartCoupons, afterItems)} />}
      {shipping !== undefined && <Step label={t("amounts.shipping")} amount={shipping} bar={bar(total - shipping, total)} free={t("amounts.free")} />}
      <div className={classes.total}>
        <Step label={totalLabel} amount={total} bar={bar(0, total)} strong />
      </div>
    </div>
  );
}

interface StepProps {
  label: string;
  amount: number;
  /** Where the bar begins and ends, in percent of the goods. */
  bar?: { from: number; to: number };
  strong?: boolean;
  /** Stands in place of 0. */
  free?: string;
}

function Step({ label, amount, bar, strong = false, free }: StepProps) {
  const off = amount < 0;
  return (
    <div>
      <Group justify="space-between" align="baseline" wrap="nowrap">
        <Text c={strong ? undefined : "dimmed"} fw={strong ? 600 : undefined}>
          {label}
        </Text>
        {free !== undefined && amount === 0 ? <Text fw={500}>{free}</Text> : <Money amount={amount} inherit={false} fz={strong ? "1.5rem" : "md"} fw={strong ? 700 : 500} c={off ? "var(--accent-text)" : undefined} />}
      </Group>
      {bar !== undefined && (
        <div className={classes.track} aria-hidden>
          <div
            className={classes.bar}
            data-kind={strong ? "total" : off ? "off" : "goods"}
            style={{ insetInlineStart: `${bar.from}%`, width: `${bar.to - bar.from}%` }}
          />
        </div>
      )}
    </div>
  );
}
