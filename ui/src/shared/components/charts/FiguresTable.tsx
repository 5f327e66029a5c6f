// A small whole table of figures, sorted by the heading that is pressed. For long lists that are read page by page there
// is DataTable; this one has all its rows at hand.
import { Table, UnstyledButton } from "@mantine/core";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type ReactNode, useState } from "react";
import { type Column, sortRows, type Sorting } from "./rows";
import classes from "./charts.module.css";

interface FiguresTableProps<T> {
  /** Names the table. */
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string | number;
  /** Shown under the head when there are no rows. */
  empty?: ReactNode;
  /** Pixels from which it scrolls by itself; the page scrolls when absent. */
  maxHeight?: number;
}

export function FiguresTable<T>({ caption, columns, rows, keyOf, empty, maxHeight }: FiguresTableProps<T>) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  return (
    // Focusable, so that the keyboard can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroller} style={{ maxHeight }} tabIndex={0} role="group" aria-label={caption}>
      <Table stickyHeader verticalSpacing={8} highlightOnHover aria-label={caption}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} numeric={isNumeric(column, rows)} sorting={sorting} onSort={setSorting} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sortRows(rows, columns, sorting).map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map((column) => (
                <Table.Td key={column.key} data-wide={column.wide} className="tabular" ta={isNumeric(column, rows) ? "right" : undefined}>
                  {column.show?.(row) ?? column.value(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length === 0 && empty}
    </div>
  );
}

interface HeadProps<T> {
  column: Column<T>;
  numeric: boolean;
  sorting: Sorting | null;
  onSort: (sorting: Sorting) => void;
}

function Head<T>({ column, numeric, sorting, onSort }: HeadProps<T>) {
  const own = sorting?.key === column.key ? sorting : null;
  // Figures are mostly looked at from the largest down.
  const next = { key: column.key, down: own === null ? numeric : !own.down };
  const Arrow = own?.down === true ? ArrowDown : ArrowUp;
  return (
    <Table.Th data-wide={column.wide} ta={numeric ? "right" : undefined} aria-sort={own === null ? undefined : own.down ? "descending" : "ascending"}>
      <UnstyledButton className={classes.sort} onClick={() => onSort(next)}>
        {column.label}
        {own !== null && <Arrow size={14} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  );
}

function isNumeric<T>(column: Column<T>, rows: readonly T[]): boolean {
  const [first] = rows;
  return first !== undefined && typeof column.value(first) === "number";
}
