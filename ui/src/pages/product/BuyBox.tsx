// The right half of the page: name, price, options, how many, and the two ways to buy.
import { Anchor, Box, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { offerOf } from "@/features/catalog/offer";
import { PriceText } from "@/features/catalog/PriceText";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import type { Product } from "@/ipc/generated/operations";
import { Countdown } from "@/shared/components/Countdown";
import { NameText } from "@/shared/components/NameText";
import { PageHeading } from "@/shared/components/PageHeading";
import { useLang } from "@/shared/hooks/useLang";
import { keys } from "@/shared/queryKeys";
import { productName } from "@/shared/text/names";
import { BuyButtons } from "./BuyButtons";
import { OptionPicker } from "./OptionPicker";
import { QuantityRow } from "./QuantityRow";
import { RestockRequests } from "./RestockRequests";
import { StockNote } from "./StockNote";
import type { BuyChoice } from "./useBuyChoice";
import classes from "./Product.module.css";

export function BuyBox({ product, choice }: { product: Product; choice: BuyChoice }) {
  const lang = useLang();
  const { option, allowance, quantity, chooseOption, chooseQuantity } = choice;
  const optional = product.options.length > 0;
  return (
    <div className={classes.box}>
      <NameAndPrice product={product} />
      <StockNote product={product} option={option} allowance={allowance} />
      {optional && <OptionPicker product={product} chosen={option} onChoose={chooseOption} />}
      <RestockRequests product={product} />
      {choice.sellable && (option !== undefined || !optional) && allowance.max > 0 && (
        <QuantityRow
          name={productName(product, lang)}
          price={(option ?? product).price}
          quantity={quantity}
          max={allowance.max}
          onChange={chooseQuantity}
        />
      )}
      <Box visibleFrom="sm">
        <BuyButtons product={product} choice={choice} />
      </Box>
    </div>
  );
}

function NameAndPrice({ product }: { product: Product }) {
  const { t } = useTranslation("product");
  const lang = useLang();
  const client = useQueryClient();
  const categoryName = useCategoryName();
  const offer = offerOf(product, new Date());
  return (
    <Stack gap="xs">
      <Anchor component={Link} to={`/products?category=${encodeURIComponent(product.category)}`} c="dimmed" size="sm" className={classes.category}>
        <NameText name={categoryName(product.category)} />
      </Anchor>
      <div className={classes.name}>
        <PageHeading title={productName(product, lang)} shown={<NameText name={product.name} nameEn={product.nameEn} />} />
      </div>
      <PriceText offer={offer} size="display" />
      {offer.endsAt !== undefined && (
        <div className={classes.sale}>
          <Text size="sm" fw={600}>
            {t("saleEndsIn")}
          </Text>
          <Countdown until={offer.endsAt} onEnd={() => void client.invalidateQueries({ queryKey: keys.products })} />
        </div>
      )}
    </Stack>
  );
}
