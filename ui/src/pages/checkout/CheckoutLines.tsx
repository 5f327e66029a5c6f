// The lines of the order, each with the coupons that are for it. All of it is the quote's.
import { Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CouponPickerList } from "@/features/coupon/CouponPickerList";
import type { CouponChoice, Quote, QuoteLine } from "@/ipc/generated/operations";
import { Money } from "@/shared/components/Money";
import { NameText } from "@/shared/components/NameText";
import { ProductImage } from "@/shared/components/ProductImage";
import { useLang } from "@/shared/hooks/useLang";
import { formatWon } from "@/shared/text/format";
import { lineName } from "@/shared/text/names";
import classes from "./Checkout.module.css";

interface CheckoutLinesProps {
  quote: Quote;
  choices: ReadonlyMap<number, readonly CouponChoice[]>;
  onToggle: (userCouponId: number) => void;
  disabled: boolean;
}

export function CheckoutLines({ quote, choices, onToggle, disabled }: CheckoutLinesProps) {
  const { t } = useTranslation("checkout");
  const lang = useLang();
  return (
    <ul className={classes.lines}>
      {quote.items.map((line) => {
        const own = choices.get(line.cartItemId);
        return (
          <li key={line.cartItemId} className={classes.line}>
            <LineText line={line} />
            {own !== undefined && (
              <div className={classes.lineCoupons}>
                <CouponPickerList
                  choices={own}
                  label={t("lines.coupons", { name: lineName(line, lang) })}
                  goods={quote.amount}
                  onToggle={onToggle}
                  disabled={disabled}
                />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function LineText({ line }: { line: QuoteLine }) {
  const { t } = useTranslation("checkout");
  const lang = useLang();
  const afterCoupon = line.price * line.quantity - line.itemDiscount;
  return (
    <Group wrap="nowrap" gap="md">
      <ProductImage src={line.imageUrl} alt="" size={72} eager />
      <Stack gap={2} flex={1} miw={0}>
        <Text fw={600}><NameText name={line.productName} nameEn={line.productNameEn} /></Text>
        <Text size="sm" c="dimmed" className="tabular">
          {t("lines.unit", { price: formatWon(line.price, lang), count: line.quantity })}
        </Text>
      </Stack>
      <Stack gap={2} align="end">
        <Money amount={afterCoupon} inherit={false} fw={700} />
        {line.itemDiscount > 0 && (
          <Text size="sm" c="dimmed">
            {t("lines.off")} <Money amount={-line.itemDiscount} />
          </Text>
        )}
      </Stack>
    </Group>
  );
}
