// Popular products of the same category. Not rendered while there are none or they cannot be read.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProductCard } from "@/features/catalog/ProductCard";
import { ProductGrid } from "@/features/catalog/ProductGrid";
import { useProducts } from "@/features/catalog/queries";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import type { Product } from "@/ipc/generated/operations";
import { Section } from "@/shared/components/Section";

const SHOWN = 5;

interface RelatedProps {
  product: Product;
  corner: (product: Product) => ReactNode;
}

export function Related({ product, corner }: RelatedProps) {
  const { t } = useTranslation("product");
  const categoryName = useCategoryName();
  const { category, id } = product;
  const products = useProducts({ category, inStock: true, sort: "popular", limit: SHOWN + 1 });
  const others = (products.data?.items ?? []).filter((other) => other.id !== id).slice(0, SHOWN);
  if (others.length === 0) return null;
  return (
    <Section
      title={t("related.title", { category: categoryName(category) })}
      more={{ label: t("related.more"), to: `/products?category=${encodeURIComponent(category)}` }}
    >
      <ProductGrid columns={5}>
        {others.map((other) => (
          <ProductCard key={other.id} product={other} corner={corner(other)} />
        ))}
      </ProductGrid>
    </Section>
  );
}
