// The popular products, with the age of the count, which is taken every few minutes.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProductCard } from "@/features/catalog/ProductCard";
import { ProductGrid } from "@/features/catalog/ProductGrid";
import { usePopularProducts } from "@/features/catalog/queries";
import { WishHeart } from "@/features/wish/WishHeart";
import { CardsSkeleton } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { Section } from "@/shared/components/Section";
import { useLang } from "@/shared/hooks/useLang";
import { useNow } from "@/shared/hooks/useNow";
import { formatAge } from "@/shared/text/format";

const DAYS = 3;

export function PopularRow() {
  const { t } = useTranslation("home");
  const lang = useLang();
  const now = useNow(30_000);
  const popular = usePopularProducts({ days: DAYS });
  const hasSome = popular.data !== undefined && popular.data.items.length > 0;
  const remark =
    popular.data === undefined
      ? undefined
      : t("popular.remark", { days: DAYS, age: formatAge(popular.data.computedAt, now, lang) });
  return (
    <Section title={t("popular.title")} remark={hasSome ? remark : undefined} more={hasSome ? { label: t("popular.more"), to: "/products?sort=popular" } : undefined}>
      <QueryView
        query={popular}
        skeleton={<CardsSkeleton count={5} cols={{ base: 2, sm: 3, md: 5 }} remark />}
        isEmpty={({ items }) => items.length === 0}
        empty={<Text c="dimmed">{t("popular.empty")}</Text>}
      >
        {({ items }) => (
          <ProductGrid columns={5}>
            {items.map(({ rank, product, salesCount }) => (
              <ProductCard
                key={product.id}
                product={product}
                rank={rank}
                remark={t("popular.sold", { sold: salesCount })}
                corner={<WishHeart product={product} />}
                eager
              />
            ))}
          </ProductGrid>
        )}
      </QueryView>
    </Section>
  );
}
