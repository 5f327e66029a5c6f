// One row, of plain elements, because hundreds of them pass while scrolling. Its name is what the keyboard walks on; a click anywhere that is not a control of its own opens it.
import { type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { Link } from "react-router";
import type { ListRowProps } from "@/shared/hooks/useListKeys";
import type { Column } from "./column";
import classes from "./DataTable.module.css";

interface TableRowProps<Row> {
  id: number;
  row: Row;
  /** From 0, over the whole list. */
  index: number;
  columns: readonly Column<Row>[];
  name: string;
  to?: string;
  keysOf: (index: number) => ListRowProps;
  picked?: boolean;
  onPick?: (id: number, isRange: boolean) => void;
  /** Says what the box of the row does. */
  pickLabel: string;
}

export function TableRow<Row>({ id, row, index, columns, name, to, keysOf, picked, onPick, pickLabel }: TableRowProps<Row>) {
  const pick = onPick === undefined ? undefined : (isRange = false) => onPick(id, isRange);
  return (
    <tr className={classes.row} aria-rowindex={index + 2} data-picked={picked || undefined} data-opens={to !== undefined || undefined} onClick={openByClick}>
      {pick !== undefined && (
        <td>
          <input
            type="checkbox"
            className={classes.pick}
            aria-label={`${pickLabel}: ${name}`}
            checked={picked}
            onMouseDown={keepTextUnselected}
            onChange={({ nativeEvent }) => pick(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} data-figures={column.figures || undefined} className={column.figures === true ? "tabular" : undefined}>
          {column.main === true ? (
            <Main to={to} keys={keysOf(index)} onPick={pick}>
              {column.cell(row)}
            </Main>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

interface MainProps {
  to?: string;
  keys: ListRowProps;
  onPick?: () => void;
  children: ReactNode;
}

function Main({ to, keys, onPick, children }: MainProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== "Space" || onPick === undefined) return;
    // Space would scroll the table.
    event.preventDefault();
    onPick();
  };
  if (to === undefined) {
    return (
      <span {...keys} tabIndex={-1} className={classes.main}>
        {children}
      </span>
    );
  }
  return (
    <Link {...keys} to={to} className={classes.main} onKeyDown={onKeyDown}>
      {children}
    </Link>
  );
}

/** A press with Shift would select the text in between. */
function keepTextUnselected(event: MouseEvent<HTMLElement>): void {
  if (event.shiftKey) event.preventDefault();
}

function openByClick(event: MouseEvent<HTMLTableRowElement>): void {
  const { target, currentTarget } = event;
  const onControl = target instanceof Element && target.closest("a, button, input, label") !== null;
  // A click that ends a selection of text does not open the row.
  if (onControl || window.getSelection()?.isCollapsed === false) return;
  currentTarget.querySelector<HTMLAnchorElement>("a[data-list-row]")?.click();
}
