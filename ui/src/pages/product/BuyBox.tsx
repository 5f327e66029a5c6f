// The right half of the page: name, price, options, how many, and the two ways to buy.
import { Anchor, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useCart } from "@/features/cart/queries";
import { offerOf } from "@/features/catalog/offer";
import { PriceText } from "@/features/catalog/PriceText";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import { useSession } from "@/features/user/session";
import type { Product } from "@/ipc/generated/operations";
import { Countdown } from "@/shared/components/Countdown";
import { PageHeading } from "@/shared/components/PageHeading";
import { useLang } from "@/shared/hooks/useLang";
import { keys } from "@/shared/queryKeys";
import { productName } from "@/shared/text/names";
import { allowanceOf, isSellable } from "./allowance";
import { BuyButtons } from "./BuyButtons";
import { OptionPicker } from "./OptionPicker";
import { QuantityRow } from "./QuantityRow";
import { StockNote } from "./StockNote";
import { useBuying } from "./useBuying";
import classes from "./Product.module.css";

export function BuyBox({ product }: { product: Product }) {
  const lang = useLang();
  const [params, setParams] = useSearchParams();
  const { customer } = useSession();
  const cart = useCart({ enabled: customer !== null });
  const [wanted, setWanted] = useState(1);

  const optional = product.options.length > 0;
  const option = product.options.find(({ id }) => String(id) === params.get("option"));
  const allowance = allowanceOf(product, option, customer === null ? undefined : cart.data);
  // Stock can shrink under the stepper; what was wanted comes back when the stock does.
  const quantity = Math.max(1, Math.min(wanted, allowance.max));
  const buying = useBuying(product, option);
  const sellable = isSellable(product, option);

  const chooseOption = (id: number) => {
    buying.renew();
    setWanted(1);
    setParams({ option: String(id) }, { replace: true, preventScrollReset: true });
  };
  const chooseQuantity = (next: number) => {
    buying.renew();
    setWanted(next);
  };
  return (
    <div className={classes.box}>
      <NameAndPrice product={product} />
      <StockNote product={product} option={option} allowance={allowance} />
      {optional && <OptionPicker product={product} chosen={option} onChoose={chooseOption} />}
      {sellable && (option !== undefined || !optional) && allowance.max > 0 && (
        <QuantityRow
          name={productName(product, lang)}
          price={(option ?? product).price}
          quantity={quantity}
          max={allowance.max}
          onChange={chooseQuantity}
        />
      )}
      <BuyButtons
        product={product}
        needsOption={optional && option === undefined}
        sellable={sellable}
        max={allowance.max}
        pending={buying.pending}
        onAdd={() => void buying.addToCart(quantity)}
        onBuy={() => void buying.buyNow(quantity)}
      />
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
        {categoryName(product.category)}
      </Anchor>
      <div className={classes.name}>
        <PageHeading title={productName(product, lang)} />
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
