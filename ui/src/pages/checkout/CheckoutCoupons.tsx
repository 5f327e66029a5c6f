// Coupons of the whole cart and those that are for other products. The best combination is applied from the start, which one
// press changes.
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { Sparkles } from "lucide-react";
import { useTranslation } from "react-i18next";
import { CouponPickerList } from "@/features/coupon/CouponPickerList";
import { isSameChoice, MOST_CART_COUPONS, type SortedChoices } from "@/features/coupon/couponPicking";
import type { Quote } from "@/ipc/generated/operations";
import { Section } from "@/shared/components/Section";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";

interface CheckoutCouponsProps {
  quote: Quote;
  choices: SortedChoices;
  onToggle: (userCouponId: number) => void;
  onBest: () => void;
  onNone: () => void;
  disabled: boolean;
}

export function CheckoutCoupons({ quote, choices, onToggle, onBest, onNone, disabled }: CheckoutCouponsProps) {
  const { t } = useTranslation("checkout");
  if (quote.choices.length === 0) {
    return (
      <Section title={t("coupons.title")} more={{ label: t("coupons.get"), to: "/coupons" }}>
        <Text c="dimmed">{t("coupons.none")}</Text>
      </Section>
    );
  }
  const chosen = quote.coupons.filter(({ type }) => type === "CART").length;
  const list = { goods: quote.amount, onToggle, disabled };
  return (
    <Section title={t("coupons.title")}>
      <Stack gap="lg">
        {quote.bestCouponIds.length > 0 && <BestCoupons quote={quote} onBest={onBest} onNone={onNone} disabled={disabled} />}
        {choices.cart.length > 0 && (
          <Stack gap="xs">
            <Group justify="space-between" align="baseline">
              <Title order={3}>{t("coupons.cart")}</Title>
              <Text size="sm" c="dimmed" className="tabular">
                {t("coupons.chosen", { chosen, most: MOST_CART_COUPONS })}
              </Text>
            </Group>
            <CouponPickerList choices={choices.cart} label={t("coupons.cart")} {...list} />
          </Stack>
        )}
        {choices.elsewhere.length > 0 && (
          <Stack gap="xs">
            <Title order={3}>{t("coupons.elsewhere")}</Title>
            <CouponPickerList choices={choices.elsewhere} label={t("coupons.elsewhere")} {...list} />
          </Stack>
        )}
      </Stack>
    </Section>
  );
}

function BestCoupons({ quote, onBest, onNone, disabled }: Pick<CheckoutCouponsProps, "quote" | "onBest" | "onNone" | "disabled">) {
  const { t } = useTranslation("checkout");
  const lang = useLang();
  const applied = quote.coupons.map(({ userCouponId }) => userCouponId);
  const isBest = isSameChoice(applied, quote.bestCouponIds);
  return (
    <Group gap="md">
      {isBest && (
        <Text role="status" fw={600} c="var(--accent-text)">
          {t("coupons.isBest", { amount: formatWon(quote.discountAmount, lang) })}
        </Text>
      )}
      <Button variant="default" disabled={disabled} onClick={isBest ? onNone : onBest} leftSection={isBest ? undefined : <Sparkles size={18} aria-hidden />}>
        {t(isBest ? "coupons.withoutAny" : "coupons.best")}
      </Button>
    </Group>
  );
}
