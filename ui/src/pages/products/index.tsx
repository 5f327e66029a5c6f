// All products, searched and filtered. The address holds every filter; this page only reads and rewrites it.
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useProductList } from "@/features/catalog/queries";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import { PageHeading } from "@/shared/components/PageHeading";
import { CardsSkeleton } from "@/shared/components/PageSkeleton";
import { QueryView } from "@/shared/components/QueryView";
import { ActiveFilters } from "./ActiveFilters";
import { addressOf, type Filter, filterFrom, requestOf } from "./filter";
import { FilterPanel } from "./FilterPanel";
import { NothingFound } from "./NothingFound";
import { ResultCount } from "./ResultCount";
import { SortSelect } from "./SortSelect";
import { VirtualGrid } from "./VirtualGrid";
import classes from "./Products.module.css";

export default function ProductsPage() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const filter = filterFrom(params);
  const list = useProductList(requestOf(filter));
  const apply = (next: Filter) => void navigate(addressOf(next));
  return (
    <>
      <PageHeading title={useTitle(filter)} aside={<SortSelect filter={filter} onChange={apply} />} />
      <div className={classes.columns}>
        <FilterPanel filter={filter} onChange={apply} />
        <div className={classes.results} data-waiting={list.isPlaceholderData || undefined}>
          <div className={classes.above}>
            <ResultCount count={list.data?.pages[0]?.totalCount} waiting={list.isPlaceholderData} />
            <ActiveFilters filter={filter} onChange={apply} />
          </div>
          <QueryView
            query={list}
            skeleton={<CardsSkeleton count={8} />}
            isEmpty={({ pages }) => pages[0]?.items.length === 0}
            empty={<NothingFound filter={filter} onRefresh={() => void list.refetch()} />}
          >
            {(data) => (
              <VirtualGrid
                pages={data.pages}
                hasMore={list.hasNextPage}
                loading={list.isFetchingNextPage}
                error={list.isFetchNextPageError ? list.error : null}
                onMore={() => void list.fetchNextPage()}
              />
            )}
          </QueryView>
        </div>
      </div>
    </>
  );
}

function useTitle({ q, category }: Filter): string {
  const { t } = useTranslation("catalog");
  const categoryName = useCategoryName();
  if (q !== "") return t("list.found", { q });
  return category === undefined ? t("list.all") : categoryName(category);
}
