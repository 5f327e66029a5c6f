// Cards in rows of which only those near the window are rendered, so that ten thousand products scroll like forty. Rows
// are measured when rendered, because names and text size make them differ.
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { memo, useLayoutEffect, useMemo, useRef } from "react";
import { useLocation } from "react-router";
import { ProductCard } from "@/features/catalog/ProductCard";
import { WishHeart } from "@/features/wish/WishHeart";
import type { ShopError } from "@/ipc/errors";
import type { Product, ProductPage } from "@/ipc/generated/operations";
import { ErrorState } from "@/shared/components/ErrorState";
import { LoadMore } from "@/shared/components/LoadMore";
import { type ListRowProps, useListKeys } from "@/shared/hooks/useListKeys";
import { useOffsetTop } from "@/shared/hooks/useOffsetTop";
import { keepShape, keptShape } from "./gridShape";
import classes from "./Products.module.css";

/** Room below a card's picture for its words, in pixels; only a first guess. */
const WORDS_HEIGHT = 132;
const ROW_GAP = 36;
const OVERSCAN_ROWS = 3;

interface VirtualGridProps {
  pages: readonly ProductPage[];
  hasMore: boolean;
  loading: boolean;
  /** Why the next page could not be read. */
  error: ShopError | null;
  onMore: () => void;
}

export function VirtualGrid({ pages, hasMore, loading, error, onMore }: VirtualGridProps) {
  const products = useMemo(() => pages.flatMap((page) => page.items), [pages]);
  const { key: visit } = useLocation();
  const kept = useMemo(() => keptShape(visit), [visit]);
  const { ref: sizeRef, width: measuredWidth } = useElementSize<HTMLDivElement>();
  const width = measuredWidth || (kept?.width ?? 0);
  const grid = useRef<HTMLDivElement>(null);
  const columns = columnsFor(width);
  const rowCount = Math.ceil(products.length / columns);
  const virtualizer = useWindowVirtualizer({
    count: rowCount,
    estimateSize: () => width / columns + WORDS_HEIGHT + ROW_GAP,
    overscan: OVERSCAN_ROWS,
    scrollMargin: useOffsetTop(grid, width),
    initialMeasurementsCache: kept?.rows,
    enabled: width > 0,
  });
  useLayoutEffect(() => () => keepShape(visit, { width, rows: virtualizer.measurementsCache }), [visit, width, virtualizer]);
  const rowProps = useListKeys({ count: products.length });
  const setGrid = useMergedRef(sizeRef, grid);

  return (
    <>
      <div ref={setGrid} role="list" className={classes.grid} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => (
          <div
            key={row.key}
            ref={virtualizer.measureElement}
            data-index={row.index}
            role="presentation"
            className={classes.row}
            style={{
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              transform: `translateY(${row.start - virtualizer.options.scrollMargin}px)`,
            }}
          >
            {products.slice(row.index * columns, (row.index + 1) * columns).map((product, column) => (
              <Cell key={product.id} product={product} place={row.index * columns + column} rowProps={rowProps} />
            ))}
          </div>
        ))}
      </div>
      {error !== null && <ErrorState error={error} onRetry={onMore} />}
      {/* Before the width is known there are no rows above it. */}
      <LoadMore hasMore={hasMore && error === null && width > 0} loading={loading} onMore={onMore} />
    </>
  );
}

interface CellProps {
  product: Product;
  /** From 0, over the whole list. */
  place: number;
  rowProps: (index: number) => ListRowProps;
}

const Cell = memo(function Cell({ product, place, rowProps }: CellProps) {
  return (
    // The length of the list is unknown before its end, which is -1 in ARIA.
    <div role="listitem" aria-posinset={place + 1} aria-setsize={-1}>
      <ProductCard
        product={product}
        row={rowProps(place)}
        corner={<WishHeart product={product} />}
      />
    </div>
  );
});

function columnsFor(width: number): number {
  if (width >= 1180) return 5;
  if (width >= 800) return 4;
  return width >= 540 ? 3 : 2;
}
