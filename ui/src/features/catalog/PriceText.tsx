// The price of an offer: what is off, what is paid, what it was. No meaning by colour or strike alone.
import { Group, Text, type TextProps, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Money } from "@/shared/components/Money";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
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
      <OfferPrice offer={offer} fz={SIZES[size]} fw={700} />
      {offer.before !== undefined && (
        <Text span size="sm" c="dimmed" td="line-through">
          <VisuallyHidden>{t("price.before")} </VisuallyHidden>
          <Money amount={offer.before} />
        </Text>
      )}
    </Group>
  );
}

/** What is paid for one; "from …" where options cost more. */
export function OfferPrice({ offer: { price, isFrom }, ...text }: TextProps & { offer: Pick<Offer, "price" | "isFrom"> }) {
  const { t } = useTranslation("catalog");
  const lang = useLang();
  const shown = formatWon(price, lang);
  return (
    <Text span className="tabular" {...text}>
      {isFrom ? t("price.from", { price: shown }) : shown}
    </Text>
  );
}
