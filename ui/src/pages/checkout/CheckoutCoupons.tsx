// Coupons of the whole cart, the best combination at a click, and those that are for other products.
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { Check, Sparkles } from "lucide-react";
import { useTranslation } from "react-i18next";
import { CouponPickerList } from "@/features/coupon/CouponPickerList";
import { isSameChoice, MOST_CART_COUPONS, type SortedChoices } from "@/features/coupon/couponPicking";
import type { Quote } from "@/ipc/generated/operations";
import { Section } from "@/shared/components/Section";

interface CheckoutCouponsProps {
  quote: Quote;
  choices: SortedChoices;
  onToggle: (userCouponId: number) => void;
  onBest: () => void;
  disabled: boolean;
}

export function CheckoutCoupons({ quote, choices, onToggle, onBest, disabled }: CheckoutCouponsProps) {
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
        {quote.bestCouponIds.length > 0 && <BestButton quote={quote} onBest={onBest} disabled={disabled} />}
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

function BestButton({ quote, onBest, disabled }: Pick<CheckoutCouponsProps, "quote" | "onBest" | "disabled">) {
  const { t } = useTranslation("checkout");
  const applied = quote.coupons.map(({ userCouponId }) => userCouponId);
  const isBest = isSameChoice(applied, quote.bestCouponIds);
  return (
    <Group>
      <Button
        variant="default"
        disabled={disabled || isBest}
        onClick={onBest}
        leftSection={isBest ? <Check size={18} aria-hidden /> : <Sparkles size={18} aria-hidden />}
      >
        {isBest ? t("coupons.isBest") : t("coupons.best")}
      </Button>
    </Group>
  );
}
