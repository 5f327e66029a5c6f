// One row. Its name is what the keyboard walks on; a click anywhere that is not a control of its own opens it.
import { Checkbox } from "@mantine/core";
import { type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ListRowProps } from "@/shared/hooks/useListKeys";
import type { Column } from "./column";
import classes from "./DataTable.module.css";

interface TableRowProps<Row> {
  row: Row;
  /** From 0, over the whole list. */
  index: number;
  columns: readonly Column<Row>[];
  name: string;
  to?: string;
  keys: ListRowProps;
  picked?: boolean;
  onPick?: () => void;
}

export function TableRow<Row>({ row, index, columns, name, to, keys, picked, onPick }: TableRowProps<Row>) {
  const { t } = useTranslation("admin");
  return (
    <tr className={classes.row} aria-rowindex={index + 2} data-picked={picked || undefined} data-opens={to !== undefined || undefined} onClick={openByClick}>
      {onPick !== undefined && (
        <td>
          <Checkbox size="xs" aria-label={`${t("table.select")}: ${name}`} checked={picked} onChange={onPick} />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} data-figures={column.figures || undefined} className={column.figures === true ? "tabular" : undefined}>
          {column.main === true ? (
            <Main to={to} keys={keys} onPick={onPick}>
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

function openByClick(event: MouseEvent<HTMLTableRowElement>): void {
  const { target, currentTarget } = event;
  const onControl = target instanceof Element && target.closest("a, button, input, label") !== null;
  // Whoever marks text to copy it does not mean to leave.
  if (onControl || window.getSelection()?.isCollapsed === false) return;
  currentTarget.querySelector<HTMLAnchorElement>("a[data-list-row]")?.click();
}
