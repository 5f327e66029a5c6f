// Into the cart, or straight to checkout. When neither is possible, the buttons say why.
import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { WishHeart } from "@/features/wish/WishHeart";
import type { Product } from "@/ipc/generated/operations";
import type { BuyChoice } from "./useBuyChoice";
import classes from "./Product.module.css";

interface BuyButtonsProps {
  product: Product;
  choice: BuyChoice;
}

export function BuyButtons({ product, choice }: BuyButtonsProps) {
  return (
    <div>
      <Group gap="sm" wrap="nowrap">
        <WishHeart product={product} framed />
        <Acts choice={choice} />
      </Group>
      <Hint choice={choice} />
    </div>
  );
}

function Acts({ choice: { sellable, needsOption, allowance, quantity, pending, addToCart, buyNow } }: Pick<BuyButtonsProps, "choice">) {
  const { t } = useTranslation("product");
  if (!sellable) {
    return (
      <Button size="lg" className={classes.buy} flex={1} disabled>
        {t("soldOut")}
      </Button>
    );
  }
  // The cart holds all that this customer may have, or earlier orders do.
  const cartIsFull = allowance.cartMax === 0 && !needsOption;
  return (
    <>
      {cartIsFull ? (
        <Button size="lg" className={classes.buy} flex={1} variant="default" component={Link} to="/cart">
          {t("toCart")}
        </Button>
      ) : (
        <Button size="lg" className={classes.buy} flex={1} variant="default" disabled={needsOption || pending || quantity > allowance.cartMax} onClick={addToCart}>
          {t("addToCart")}
        </Button>
      )}
      <Button size="lg" className={classes.buy} flex={1} disabled={needsOption || pending || allowance.max === 0} onClick={buyNow}>
        {t("buyNow")}
      </Button>
    </>
  );
}

function Hint({ choice: { sellable, needsOption, allowance, quantity } }: Pick<BuyButtonsProps, "choice">) {
  const { t } = useTranslation("product");
  const noMore = allowance.max === 0 ? "hint.noMore" : allowance.cartMax === 0 ? "hint.cartFull" : quantity > allowance.cartMax ? "hint.cartPart" : undefined;
  const text = !sellable ? undefined : needsOption ? t("hint.chooseOption") : noMore && t(noMore, { count: allowance.cartMax });
  return (
    <Text size="sm" c="dimmed" className={classes.hint}>
      {text}
    </Text>
  );
}
