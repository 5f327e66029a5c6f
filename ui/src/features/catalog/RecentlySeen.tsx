// A row of recently viewed products; not rendered while there are none.
import { Button, Group, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Product } from "@/ipc/generated/operations";
import { ProductCard } from "./ProductCard";
import { ProductGrid } from "./ProductGrid";
import { useProductsById } from "./queries";
import { useRecentlySeen } from "./recentlySeen";

const SHOWN = 5;

interface RecentlySeenProps {
  /** The product on the page itself, which needs no second card. */
  except?: number;
  corner?: (product: Product) => ReactNode;
}

export function RecentlySeen({ except, corner }: RecentlySeenProps) {
  const { t } = useTranslation("catalog");
  const { ids, clear } = useRecentlySeen();
  const shown = ids.filter((id) => id !== except).slice(0, SHOWN);
  const products = useProductsById(shown).data ?? [];
  if (shown.length === 0 || products.length === 0) return null;
  return (
    <section aria-label={t("recent.title")}>
      <Group justify="space-between" align="baseline" mb="md">
        <Title order={2}>{t("recent.title")}</Title>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={clear}>
          {t("recent.clear")}
        </Button>
      </Group>
      <ProductGrid columns={5}>
        {products.map((product) => (
          <ProductCard key={product.id} product={product} corner={corner?.(product)} />
        ))}
      </ProductGrid>
    </section>
  );
}
