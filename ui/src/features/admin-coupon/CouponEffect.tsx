// The discount of the coupon on an order of any size, live while its form is filled, and the most that all of them cost.
import { Group, NumberInput, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Money } from "@/shared/components/Money";
import { typedNumber } from "@/shared/text/wholeNumber";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
import { effectOn, exampleAmount, mostCost, type Terms } from "./effect";
import { affixOf } from "./FigureField";
import classes from "./CouponEffect.module.css";

interface CouponEffectProps {
  terms: Terms;
  count: number;
  /** For some products: the example is one of them, not an order. */
  ofItem: boolean;
}

export function CouponEffect({ terms, count, ofItem }: CouponEffectProps) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  // Until an amount is typed the example follows the terms, so that they have an effect.
  const [tried, setTried] = useState<number | "">();
  const isFraction = typeof tried === "number" && !Number.isInteger(tried);
  const amount = typeof tried === "number" && !isFraction ? tried : exampleAmount(terms);
  const { off, toPay, because } = effectOn(amount, terms);
  return (
    <Stack gap="sm">
      <NumberInput
        label={ofItem ? t("preview.itemAmount") : t("preview.orderAmount")}
        value={tried ?? amount}
        onChange={(typed) => setTried(typedNumber(typed))}
        error={isFraction}
        step={10_000}
        min={0}
        max={1_000_000_000_000}
        allowNegative={false}
        thousandSeparator=","
        hideControls
        classNames={{ input: "tabular" }}
        {...affixOf("won", lang)}
      />
      <div className={classes.track} aria-hidden>
        <div className={classes.paid} style={{ width: `${amount === 0 ? 0 : (toPay / amount) * 100}%` }} />
      </div>
      <div aria-live="polite">
        <Line label={t("preview.off")}>
          <Money amount={off === 0 ? 0 : -off} c="var(--accent-text)" fw={600} />
        </Line>
        <Line label={t("preview.toPay")}>
          <Money amount={toPay} fw={700} fz="lg" />
        </Line>
        <Text size="sm" c="dimmed" mih="1.5em">
          {because !== undefined && t(`preview.because.${because}`)}
        </Text>
      </div>
      <Cost most={mostCost(terms, count)} />
    </Stack>
  );
}

function Cost({ most }: { most: number | undefined }) {
  const { t } = useTranslation("adminCoupons");
  const lang = useLang();
  return (
    <div className={classes.cost}>
      <Line label={t("preview.cost")}>
        <Text span inherit fw={600} className="tabular">
          {most === undefined ? t("preview.costOpen") : t("preview.costAtMost", { amount: formatWon(most, lang) })}
        </Text>
      </Line>
      {most === undefined && (
        <Text size="sm" c="dimmed">
          {t("preview.costOpenHint")}
        </Text>
      )}
    </div>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group justify="space-between" align="baseline" gap="xs">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {children}
    </Group>
  );
}
