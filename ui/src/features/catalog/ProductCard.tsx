// A product in a grid. The whole card leads to it, through the one link on its name; what else can be
// pressed (the wish heart) is handed in by the page and lies above that link.
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { NameText } from "@/shared/components/NameText";
import { ProductImage } from "@/shared/components/ProductImage";
import type { ListRowProps } from "@/shared/hooks/useListKeys";
import type { Product } from "@/ipc/generated/operations";
import { badgesOf, isSoldOut, offerOf } from "./offer";
import { PriceText } from "./PriceText";
import { ProductBadges } from "./ProductBadges";
import classes from "./ProductCard.module.css";

interface ProductCardProps {
  product: Product;
  /** Place in a ranking, shown large on the picture. */
  rank?: number;
  /** A quiet line below the price: "12개 판매". */
  remark?: ReactNode;
  /** A button at the picture's corner, above the card's link. */
  corner?: ReactNode;
  /** For cards in the first screen. */
  eager?: boolean;
  /** Makes the card a stop of J and K. */
  row?: ListRowProps;
}

export function ProductCard({ product, rank, remark, corner, eager, row }: ProductCardProps) {
  const now = new Date();
  return (
    <article className={classes.card}>
      <div className={classes.picture}>
        <ProductImage src={product.imageUrl} alt="" sizes="(max-width: 48em) 50vw, 320px" muted={isSoldOut(product)} eager={eager} />
        {rank !== undefined && (
          <span className={classes.rank} aria-hidden>
            {rank}
          </span>
        )}
        {corner !== undefined && <div className={classes.corner}>{corner}</div>}
      </div>
      <div className={classes.words}>
        <Text component="h3" size="md" fw={500} lineClamp={2} className={classes.name}>
          <Link to={`/products/${product.id}`} className={classes.link} {...row}>
            <NameText name={product.name} nameEn={product.nameEn} />
          </Link>
        </Text>
        <PriceText offer={offerOf(product, now)} />
        {remark !== undefined && (
          <Text size="sm" c="dimmed">
            {remark}
          </Text>
        )}
        <ProductBadges badges={badgesOf(product, now)} />
      </div>
    </article>
  );
}
