// The price of an offer: what is off, what is paid, what it was. No meaning by colour or strike alone.
import { Group, Text, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Money } from "@/shared/components/Money";
import type { Offer } from "./offer";

interface PriceTextProps {
  offer: Offer;
  /** `display` is for the page of one product, as large as its name. */
  size?: keyof typeof SIZES;
}

const SIZES = { md: "md", xl: "xl", display: "1.75rem" } as const;

export function PriceText({ offer, size = "md" }: PriceTextProps) {
  const { t } = useTranslation("catalog");
  return (
    <Group gap={6} align="baseline" wrap="wrap">
      {offer.discountRate !== undefined && (
        <Text span fz={SIZES[size]} fw={700} c="var(--accent-text)" className="tabular">
          <span aria-hidden>{offer.discountRate}%</span>
          <VisuallyHidden>{t("price.discount", { rate: offer.discountRate })}</VisuallyHidden>
        </Text>
      )}
      <Money amount={offer.price} inherit={false} fz={SIZES[size]} fw={700} />
      {offer.before !== undefined && (
        <Text span size="sm" c="dimmed" td="line-through">
          <VisuallyHidden>{t("price.before")} </VisuallyHidden>
          <Money amount={offer.before} />
        </Text>
      )}
    </Group>
  );
}
