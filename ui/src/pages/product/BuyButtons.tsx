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

function Acts({ choice: { sellable, needsOption, allowance, pending, addToCart, buyNow } }: Pick<BuyButtonsProps, "choice">) {
  const { t } = useTranslation("product");
  if (!sellable) {
    return (
      <Button size="lg" className={classes.buy} flex={1} disabled>
        {t("soldOut")}
      </Button>
    );
  }
  // The cart or the past of this customer holds all that one may have.
  if (allowance.max === 0) {
    return (
      <Button size="lg" className={classes.buy} flex={1} variant="default" component={Link} to="/cart">
        {t("toCart")}
      </Button>
    );
  }
  return (
    <>
      <Button size="lg" className={classes.buy} flex={1} variant="default" disabled={needsOption || pending} onClick={addToCart}>
        {t("addToCart")}
      </Button>
      <Button size="lg" className={classes.buy} flex={1} disabled={needsOption || pending} onClick={buyNow}>
        {t("buyNow")}
      </Button>
    </>
  );
}

function Hint({ choice: { sellable, needsOption, allowance } }: Pick<BuyButtonsProps, "choice">) {
  const { t } = useTranslation("product");
  const text = !sellable ? undefined : allowance.max === 0 ? t("hint.noMore") : needsOption ? t("hint.chooseOption") : undefined;
  return (
    <Text size="sm" c="dimmed" className={classes.hint}>
      {text}
    </Text>
  );
}
