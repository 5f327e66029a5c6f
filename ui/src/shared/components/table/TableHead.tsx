// The head of the table: picks all rows at once, and sorts where the list can be sorted.
import { Checkbox } from "@mantine/core";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Column, Sorting } from "./column";
import type { Selection } from "./useSelection";
import classes from "./DataTable.module.css";

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => number;
  sorting?: Sorting;
  selection?: Selection;
}

export function TableHead<Row>({ columns, rows, idOf, sorting, selection }: TableHeadProps<Row>) {
  return (
    <>
      <colgroup>
        {selection !== undefined && <col style={{ width: "2.75rem" }} />}
        {columns.map(({ id, width }) => (
          <col key={id} style={width === undefined ? undefined : { width: `${width}rem` }} />
        ))}
      </colgroup>
      <thead className={classes.head}>
        <tr>
          {selection !== undefined && (
            <th scope="col">
              <PickAll ids={rows.map(idOf)} selection={selection} />
            </th>
          )}
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
    </>
  );
}

function PickAll({ ids, selection }: { ids: readonly number[]; selection: Selection }) {
  const { t } = useTranslation("admin");
  const picked = selection.isWhole ? ids.length : ids.filter((id) => selection.ids.has(id)).length;
  const all = picked > 0 && picked === ids.length;
  return (
    <Checkbox
      size="xs"
      aria-label={t("table.selectAll")}
      checked={all}
      indeterminate={picked > 0 && !all}
      onChange={() => (all ? selection.clear() : selection.replace(ids))}
    />
  );
}

function HeadCell<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting }) {
  const direction = directionOf(column, sorting?.value);
  const cell = (content: ReactNode) => (
    <th scope="col" aria-sort={direction} data-figures={column.figures || undefined}>
      {content}
    </th>
  );
  const next = nextSort(column, sorting?.value);
  if (sorting === undefined || next === undefined) return cell(column.title);
  return cell(
    <button type="button" className={classes.sort} onClick={() => sorting.onChange(next)}>
      {column.title}
      {direction === "ascending" && <ArrowUp size={14} aria-hidden />}
      {direction === "descending" && <ArrowDown size={14} aria-hidden />}
    </button>,
  );
}

function directionOf<Row>({ sort }: Column<Row>, value: string | undefined): "ascending" | "descending" | undefined {
  if (sort === undefined || value === undefined) return undefined;
  if (sort.ascending === value) return "ascending";
  return sort.descending === value ? "descending" : undefined;
}

/** The largest, latest or dearest first; then the other way round, where the list can. */
export function nextSort<Row>({ sort }: Pick<Column<Row>, "sort">, value: string | undefined): string | undefined {
  if (sort === undefined) return undefined;
  if (value === sort.descending) return sort.ascending ?? sort.descending;
  return sort.descending ?? sort.ascending;
}
