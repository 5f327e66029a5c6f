// Where a key leads in the options grid.
import { CELLS, type OptionRow } from "./optionRows";

export interface Place {
  row: number;
  /** Of `CELLS`. */
  cell: number;
}

type Caret = Pick<HTMLInputElement, "selectionStart" | "selectionEnd" | "value">;

/**
 * The cell that a key leads to; undefined where it does what it does in a field. A row below the last is one to be added. The
 * left and right arrows leave a field only from its edges.
 */
export function cellAfter(code: string, { row, cell }: Place, rows: readonly OptionRow[], caret: Caret): Place | undefined {
  const isOpen = (place: number, column: number) => rows[place]?.state !== "DELETED" && (CELLS[column] !== "stock" || rows[place]?.id === undefined);
  const inColumn = (step: number) => {
    for (let place = row + step; place >= 0 && place < rows.length; place += step) if (isOpen(place, cell)) return { row: place, cell };
    return undefined;
  };
  const inRow = (step: number) => {
    const next = cell + step;
    return next >= 0 && next < CELLS.length && isOpen(row, next) ? { row, cell: next } : undefined;
  };
  switch (code) {
    case "ArrowUp":
      return inColumn(-1);
    case "ArrowDown":
      return inColumn(1);
    case "ArrowLeft":
      return caret.selectionStart === 0 && caret.selectionEnd === 0 ? inRow(-1) : undefined;
    case "ArrowRight":
      return caret.selectionStart === caret.value.length ? inRow(1) : undefined;
    case "Enter":
    case "NumpadEnter":
      return inColumn(1) ?? { row: rows.length, cell: 0 };
    default:
      return undefined;
  }
}
