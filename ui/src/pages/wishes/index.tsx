// The customer's wish list, the latest first. A product that is removed here keeps its card until the page is opened
// again, so that a second press adds it back.
import { Button, Stack } from "@mantine/core";
import { Heart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProductCard } from "@/features/catalog/ProductCard";
import { ProductGrid } from "@/features/catalog/ProductGrid";
import { RecentlySeen } from "@/features/catalog/RecentlySeen";
import { useWishes } from "@/features/wish/queries";
import { WishHeart } from "@/features/wish/WishHeart";
import type { Product } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { ErrorState } from "@/shared/components/ErrorState";
import { LoadMore } from "@/shared/components/LoadMore";
import { PageHeading } from "@/shared/components/PageHeading";
import { CardsSkeleton } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";

export default function WishesPage() {
  const { t } = useTranslation("catalog");
  const wishes = useWishes();
  const heart = (product: Product) => <WishHeart product={product} />;
  return (
    <>
      <PageHeading title={t("wishes.title")} />
      <Stack gap={72}>
        <QueryView
          query={wishes}
          skeleton={<CardsSkeleton count={8} />}
          isEmpty={({ pages }) => pages[0]?.items.length === 0}
          empty={<NoWishes />}
        >
          {({ pages }) => (
            <div>
              <ProductGrid>
                {pages.flatMap(({ items }) => items).map((product) => (
                  <ProductCard key={product.id} product={product} corner={heart(product)} />
                ))}
              </ProductGrid>
              {wishes.isFetchNextPageError && <ErrorState error={wishes.error} onRetry={() => void wishes.fetchNextPage()} />}
              <LoadMore
                hasMore={wishes.hasNextPage && !wishes.isFetchNextPageError}
                loading={wishes.isFetchingNextPage}
                onMore={() => void wishes.fetchNextPage()}
              />
            </div>
          )}
        </QueryView>
        {/* How high the list above will be is not known before. */}
        {!wishes.isPending && <RecentlySeen corner={heart} />}
      </Stack>
    </>
  );
}

function NoWishes() {
  const { t } = useTranslation("catalog");
  return (
    <EmptyState
      icon={Heart}
      title={t("wishes.emptyTitle")}
      description={t("wishes.emptyText")}
      action={
        <Button component={Link} to="/products">
          {t("wishes.emptyAction")}
        </Button>
      }
    />
  );
}
