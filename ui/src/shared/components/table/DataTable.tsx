// A list of the admin panel: pages fetched as one scrolls, only the rows in sight drawn, columns chosen, rows picked with X
// or Space, walked with J and K and opened with Enter. It fills what its page leaves of the window and scrolls inside.
import { Skeleton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { type ReactNode, useMemo, useRef } from "react";
import { Delayed } from "../PageSkeleton";
import { QueryView } from "../QueryView";
import type { Column, Sorting } from "./column";
import { NARROW, narrowColumns } from "./narrowColumns";
import { TableBar } from "./TableBar";
import { TableGrid } from "./TableGrid";
import { useColumnChoice } from "./useColumnChoice";
import { useFocusKept } from "./useFocusKept";
import type { Selection } from "./useSelection";
import classes from "./DataTable.module.css";

export interface RowPage<Row> {
  items: readonly Row[];
  nextCursor?: string | null;
  /** Rows in the whole list, where the shop counts them; on the first page. */
  totalCount?: number | null;
}

export interface DataTableProps<Row> {
  /** Tells the tables apart where the choice of columns is kept. */
  name: string;
  /** Says what is listed, already translated. */
  label: string;
  list: UseInfiniteQueryResult<InfiniteData<RowPage<Row>>>;
  columns: readonly Column<Row>[];
  idOf: (row: Row) => number;
  /** What a row is called where it is picked. */
  nameOf: (row: Row) => string;
  /** The address of the row's own page; rows do not open without one. */
  to?: (row: Row) => string;
  sorting?: Sorting;
  selection?: Selection;
  /** What can be done with the picked rows. */
  bulk?: (rows: readonly Row[]) => ReactNode;
  /** How many rows the filter finds; with it, all of them can be picked where they are not all loaded. */
  whole?: { count: number; shown: string };
  /** The sum of the rows; otherwise their number, where it is known. */
  summary?: ReactNode;
  /** In place of the rows when there are none: an empty shop differs from an empty filter. */
  empty: ReactNode;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, list, columns, idOf, selection, bulk, empty, whole } = props;
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const choice = useColumnChoice(name, columns);
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const shown = useMemo(() => (isNarrow ? narrowColumns(columns) : choice.shown), [isNarrow, columns, choice.shown]);
  const picked = useMemo(() => rows.filter((row) => selection?.isWhole === true || selection?.ids.has(idOf(row)) === true), [rows, selection, idOf]);
  const frame = useRef<HTMLElement>(null);
  useFocusKept(frame, picked.length > 0, list.isPending || rows.length > 0);
  return (
    <section ref={frame} className={classes.frame} aria-label={props.label} data-waiting={list.isPlaceholderData || undefined}>
      <TableBar
        count={list.data?.pages[0]?.totalCount ?? undefined}
        choice={isNarrow ? undefined : choice}
        summary={props.summary}
        picked={picked.length}
        whole={whole !== undefined && rows.length > 0 && picked.length === rows.length && whole.count > rows.length ? whole.shown : undefined}
        selection={selection}
        bulk={bulk?.(picked)}
      />
      <QueryView query={list} skeleton={<TableSkeleton />} isEmpty={() => rows.length === 0} empty={<div className={classes.empty}>{empty}</div>}>
        {() => <TableGrid {...props} rows={rows} columns={shown} isNarrow={isNarrow} />}
      </QueryView>
    </section>
  );
}

function TableSkeleton() {
  return (
    <Delayed>
      <div className={classes.skeleton}>
        {Array.from({ length: 10 }, (_, row) => (
          <Skeleton key={row} height={36} />
        ))}
      </div>
    </Delayed>
  );
}
