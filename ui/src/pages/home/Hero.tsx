// The banner: the sale that ends next, with its countdown; without one, a welcome.
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Offer, offerOf } from "@/features/catalog/offer";
import { PriceText } from "@/features/catalog/PriceText";
import { useProducts } from "@/features/catalog/queries";
import { useShopName } from "@/features/shop/queries";
import type { Product } from "@/ipc/generated/operations";
import { Countdown } from "@/shared/components/Countdown";
import { NameText } from "@/shared/components/NameText";
import { ProductImage } from "@/shared/components/ProductImage";
import { keys } from "@/shared/queryKeys";
import classes from "./Hero.module.css";

const SALES_SHOWN = 12;

export function Hero() {
  const products = useProducts({ onSale: true, limit: SALES_SHOWN });
  // The banner keeps its room while loading; a failure leaves the welcome, the rows below tell of it.
  if (products.isPending) return <div className={classes.hero} aria-hidden />;
  const next = endingNext(products.data?.items ?? []);
  return next === undefined ? <Welcome /> : <Sale product={next.product} offer={next.offer} />;
}

function Sale({ product, offer }: { product: Product; offer: Offer }) {
  const { t } = useTranslation("home");
  const client = useQueryClient();
  return (
    <section className={classes.hero} aria-label={t("sale.eyebrow")}>
      <Backdrop product={product} />
      <Stack gap="lg" className={classes.words} justify="center">
        <Text fw={700} c="var(--accent-text)">
          {t("sale.eyebrow")}
        </Text>
        <Title order={2} className={classes.title}>
          <NameText name={product.name} nameEn={product.nameEn} />
        </Title>
        <PriceText offer={offer} size="xl" />
        {offer.endsAt !== undefined && (
          <Group gap="md">
            <Text size="sm" c="dimmed">
              {t("sale.endsIn")}
            </Text>
            <Countdown until={offer.endsAt} onEnd={() => void client.invalidateQueries({ queryKey: keys.products })} />
          </Group>
        )}
        <Group mt="xs">
          <Button component={Link} to={`/products/${product.id}`} size="md">
            {t("sale.buy")}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}

/** The product's picture as the whole banner: at the side what it shows, and under the words its edge, drawn out. */
function Backdrop({ product }: { product: Product }) {
  return (
    <div className={classes.backdrop} aria-hidden>
      <div className={classes.ground}>
        <ProductImage src={product.imageUrl} alt="" sizes="392px" eager />
      </div>
      <div className={classes.sharp}>
        <ProductImage src={product.imageUrl} alt="" sizes="(max-width: 40em) 100vw, 392px" eager />
      </div>
    </div>
  );
}

function Welcome() {
  const { t } = useTranslation("home");
  const shop = useShopName();
  return (
    <section className={classes.hero} aria-label={t("banner.eyebrow", { shop })}>
      <Stack gap="lg" className={classes.words} justify="center">
        <Text fw={700} c="var(--accent-text)">
          {t("banner.eyebrow", { shop })}
        </Text>
        <Title order={2} className={classes.title}>
          {t("banner.title", { shop })}
        </Title>
        <Text c="dimmed" size="lg">
          {t("banner.text")}
        </Text>
        <Group mt="xs">
          <Button component={Link} to="/products" size="md">
            {t("banner.action")}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}

/** Of the running sales the one that ends first. */
function endingNext(products: readonly Product[]): { product: Product; offer: Offer } | undefined {
  const now = new Date();
  return products
    .map((product) => ({ product, offer: offerOf(product, now) }))
    .filter(({ offer }) => offer.endsAt !== undefined)
    .sort((a, b) => (a.offer.endsAt ?? "").localeCompare(b.offer.endsAt ?? ""))[0];
}
