// The description of a table's column.
import type { ReactNode } from "react";

export interface Column<Row> {
  /** Unique in its table; the choice of columns is kept under it. */
  id: string;
  /** Already translated. */
  title: string;
  cell: (row: Row) => ReactNode;
  /** In rem. The one column without a width takes what is left. */
  width?: number;
  /** Figures are aligned right, in digits of equal width. */
  figures?: boolean;
  /** Stays whatever is chosen, and holds the link to the row's own page. One column is. */
  main?: boolean;
  /** Out of sight until it is chosen. */
  optional?: boolean;
  /** Where it stands in a window without room for columns: under the main one, or at the right. Others are not there. */
  narrow?: "below" | "aside";
  /** Said there in place of the cell. Under the main column nothing may be pressed by itself: it is part of the row's link. */
  brief?: (row: Row) => ReactNode;
  /** The sort values of this column. */
  sort?: { ascending?: string; descending?: string };
}

export interface Sorting {
  /** One of the values that the columns name. */
  value: string;
  onChange: (value: string) => void;
}
