// The pictures of a product: a large one, and below it the others to choose from.
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Product } from "@/ipc/generated/operations";
import { ProductImage } from "@/shared/components/ProductImage";
import { useLang } from "@/shared/hooks/useLang";
import { productName } from "@/shared/text/names";
import classes from "./Product.module.css";

export function Gallery({ product }: { product: Product }) {
  const { t } = useTranslation("product");
  const lang = useLang();
  const [chosen, setChosen] = useState<string>();
  const name = productName(product, lang);
  const { images } = product;
  // The one that was chosen may be gone by now.
  const shown = chosen !== undefined && images.includes(chosen) ? chosen : product.imageUrl;
  return (
    <div>
      <div className={classes.picture}>
        <ProductImage src={shown} alt={t("pictureOf", { name })} sizes="(max-width: 48em) 100vw, 600px" eager />
      </div>
      {images.length > 1 && (
        <ul className={classes.pictures} aria-label={t("pictureOf", { name })}>
          {images.map((image, place) => (
            <li key={image}>
              <UnstyledButton className={classes.thumbnail} aria-current={image === shown} aria-label={t("pictureOf", { name: `${name} ${place + 1}` })} onClick={() => setChosen(image)}>
                <ProductImage src={image} alt="" size={72} eager />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
