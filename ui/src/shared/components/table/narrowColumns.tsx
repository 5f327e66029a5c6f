// The columns of a table in a window without room for them: what a row is, with what else is good to know under it, and
// at the right what counts about it.
import type { ReactNode } from "react";
import type { Column } from "./column";
import classes from "./DataTable.module.css";

/** Of the window; as in the style sheet. */
export const NARROW = "(max-width: 48em)";
/** In rem. */
const ASIDE_WIDTH = 7.25;

export function narrowColumns<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const main = columns.find((column) => column.main === true);
  if (main === undefined) return columns;
  const below = columns.filter(({ narrow }) => narrow === "below");
  const aside = columns.filter(({ narrow }) => narrow === "aside");
  const first: Column<Row> = {
    ...main,
    width: undefined,
    cell: (row) => (
      <>
        {main.cell(row)}
        {below.length > 0 && <span className={classes.second}>{joined(below.map((column) => said(column, row)))}</span>}
      </>
    ),
  };
  const second: Column<Row> = {
    id: "aside",
    title: aside.at(-1)?.title ?? "",
    sort: aside.find(({ sort }) => sort !== undefined)?.sort,
    width: ASIDE_WIDTH,
    figures: true,
    cell: (row) => (
      <span className={classes.aside}>
        {aside.map((column) => (
          <span key={column.id}>{said(column, row)}</span>
        ))}
      </span>
    ),
  };
  return aside.length === 0 ? [first] : [first, second];
}

function said<Row>({ brief, cell }: Column<Row>, row: Row): ReactNode {
  return (brief ?? cell)(row);
}

function joined(parts: readonly ReactNode[]): ReactNode {
  return parts.flatMap((part, place) => (place === 0 ? [part] : [" · ", part])).map((part, place) => <span key={place}>{part}</span>);
}
