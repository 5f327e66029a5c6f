// Into the cart, or straight to checkout. When neither is possible, the buttons say why.
import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { WishHeart } from "@/features/wish/WishHeart";
import type { Product } from "@/ipc/generated/operations";
import classes from "./Product.module.css";

interface BuyButtonsProps {
  product: Product;
  /** It has options, and none is chosen yet. */
  needsOption: boolean;
  sellable: boolean;
  /** How many more this customer may have; 0 of a sellable product means that the cart or the past holds them. */
  max: number;
  pending: boolean;
  onAdd: () => void;
  onBuy: () => void;
}

export function BuyButtons(props: BuyButtonsProps) {
  const { product } = props;
  return (
    <div>
      <Group gap="sm" wrap="nowrap">
        <WishHeart product={product} framed />
        <Acts {...props} />
      </Group>
      <Hint {...props} />
    </div>
  );
}

function Acts({ sellable, needsOption, max, pending, onAdd, onBuy }: BuyButtonsProps) {
  const { t } = useTranslation("product");
  if (!sellable) {
    return (
      <Button size="lg" flex={1} disabled>
        {t("soldOut")}
      </Button>
    );
  }
  if (max === 0) {
    return (
      <Button size="lg" flex={1} variant="default" component={Link} to="/cart">
        {t("toCart")}
      </Button>
    );
  }
  return (
    <>
      <Button size="lg" flex={1} variant="default" disabled={needsOption || pending} onClick={onAdd}>
        {t("addToCart")}
      </Button>
      <Button size="lg" flex={1} disabled={needsOption || pending} onClick={onBuy}>
        {t("buyNow")}
      </Button>
    </>
  );
}

function Hint({ sellable, needsOption, max }: BuyButtonsProps) {
  const { t } = useTranslation("product");
  const text = !sellable ? undefined : max === 0 ? t("hint.noMore") : needsOption ? t("hint.chooseOption") : undefined;
  return (
    <Text size="sm" c="dimmed" className={classes.hint}>
      {text}
    </Text>
  );
}
