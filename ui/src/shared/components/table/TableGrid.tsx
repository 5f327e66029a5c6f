// The table itself. Rows have one height, so that where each stands is known without drawing those above it.
import { Loader } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useEffectEvent, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useListKeys } from "@/shared/hooks/useListKeys";
import { ErrorState } from "../ErrorState";
import type { Column } from "./column";
import type { DataTableProps } from "./DataTable";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import { useTableScroll } from "./useTableScroll";
import classes from "./DataTable.module.css";

/** As in the style sheet, in rem. */
const ROW_HEIGHT = 3.5;
const NARROW_ROW_HEIGHT = 5.75;
/** What the column without a width of its own needs at least, and the one that picks rows; in rem. */
const LEAST_WIDTH = 14;
const PICK_WIDTH = 2.75;
const OVERSCAN = 8;
/** How many rows before the end the next page is asked for. */
const AHEAD = 30;

/** Scrolling draws the rows that come into sight, and none of those that are there already. */
const MemoRow = memo(TableRow) as typeof TableRow;
const MemoHead = memo(TableHead) as typeof TableHead;

interface TableGridProps<Row> extends DataTableProps<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  isNarrow: boolean;
}

export function TableGrid<Row>(props: TableGridProps<Row>) {
  const { rows, columns, isNarrow, list, idOf, selection } = props;
  const { t } = useTranslation("admin");
  const scroller = useRef<HTMLDivElement>(null);
  const initialOffset = useTableScroll(scroller);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT) * rootFontSize(),
    overscan: OVERSCAN,
    initialOffset,
  });
  const drawn = virtualizer.getVirtualItems();
  useNextPage(list, (drawn.at(-1)?.index ?? 0) >= rows.length - AHEAD);
  const rowProps = useRowKeys(props);
  const pick = usePick(props);
  const pickLabel = t("table.select");
  const below = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const span = columns.length + (selection === undefined ? 0 : 1);

  return (
    <div ref={scroller} className={classes.scroller}>
      <table className={classes.table} aria-label={props.label} aria-rowcount={list.hasNextPage ? -1 : rows.length + 1} style={isNarrow ? undefined : { minWidth: `${widthOf(columns) + (selection === undefined ? 0 : PICK_WIDTH)}rem` }}>
        <MemoHead columns={columns} rows={rows} idOf={idOf} sorting={props.sorting} selection={selection} />
        <tbody>
          <Gap height={drawn[0]?.start ?? 0} span={span} />
          {drawn.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const id = idOf(row);
            return (
              <MemoRow
                key={id}
                id={id}
                row={row}
                index={index}
                columns={columns}
                name={props.nameOf(row)}
                to={props.to?.(row)}
                keysOf={rowProps}
                picked={selection && (selection.isWhole || selection.ids.has(id))}
                onPick={pick}
                pickLabel={pickLabel}
              />
            );
          })}
          <Gap height={below} span={span} />
        </tbody>
      </table>
      {list.isFetchingNextPage && (
        <div className={classes.more} role="status">
          <Loader size={16} aria-hidden /> {t("table.more")}
        </div>
      )}
      {list.isFetchNextPageError && <ErrorState error={list.error} onRetry={() => void list.fetchNextPage()} />}
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={span} className={classes.gap} />
    </tr>
  );
}

/** Picks one row, or with Shift all from the row pressed last; the same function as long as the rows are the same. */
function usePick<Row>({ rows, idOf, selection }: TableGridProps<Row>) {
  const { toggle, extend } = selection ?? {};
  return useMemo(() => {
    if (toggle === undefined || extend === undefined) return undefined;
    return (id: number, isRange: boolean) => (isRange ? extend(id, rows.map(idOf)) : toggle(id));
  }, [rows, idOf, toggle, extend]);
}

function useRowKeys<Row>({ rows, selection, idOf, to }: TableGridProps<Row>) {
  const navigate = useNavigate();
  return useListKeys({
    count: rows.length,
    onOpen: (index) => {
      const row = rows[index];
      if (row !== undefined && to !== undefined) void navigate(to(row));
    },
    onToggle: (index) => {
      const row = rows[index];
      if (row !== undefined) selection?.toggle(idOf(row));
    },
  });
}

/** Asks for the next page as its rows come near. After a failure only the user asks again. */
function useNextPage<Row>(list: DataTableProps<Row>["list"], near: boolean): void {
  const { hasNextPage, isFetching, isFetchNextPageError } = list;
  const next = useEffectEvent(() => void list.fetchNextPage());
  const wanted = near && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (wanted) next();
  }, [wanted]);
}

/** Below this width the table scrolls sideways rather than squeeze its words. */
function widthOf<Row>(columns: readonly Column<Row>[]): number {
  return columns.reduce((sum, { width }) => sum + (width ?? LEAST_WIDTH), 0);
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
