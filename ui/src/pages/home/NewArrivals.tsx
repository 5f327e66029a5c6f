// The newest products.
import { Button } from "@mantine/core";
import { PackageOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ProductCard } from "@/features/catalog/ProductCard";
import { ProductGrid } from "@/features/catalog/ProductGrid";
import { useProducts } from "@/features/catalog/queries";
import { WishHeart } from "@/features/wish/WishHeart";
import { EmptyState } from "@/shared/components/EmptyState";
import { CardsSkeleton } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { Section } from "@/shared/components/Section";

const SHOWN = 8;

export function NewArrivals() {
  const { t } = useTranslation("home");
  const products = useProducts({ sort: "newest", limit: SHOWN });
  const isEmpty = products.data?.items.length === 0;
  return (
    <Section title={t("newest.title")} more={isEmpty ? undefined : { label: t("newest.more"), to: "/products?sort=newest" }}>
      <QueryView
        query={products}
        skeleton={<CardsSkeleton count={SHOWN} />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            icon={PackageOpen}
            title={t("newest.emptyTitle")}
            description={t("newest.emptyText")}
            action={<Button onClick={() => void products.refetch()}>{t("newest.emptyAction")}</Button>}
          />
        }
      >
        {({ items }) => (
          <ProductGrid>
            {items.map((product) => (
              <ProductCard
                key={product.id}
                product={product}
                corner={<WishHeart product={product} />}
              />
            ))}
          </ProductGrid>
        )}
      </QueryView>
    </Section>
  );
}
