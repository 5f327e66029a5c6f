// Cards side by side, as many as fit comfortably.
import type { ReactNode } from "react";
import classes from "./ProductGrid.module.css";

interface ProductGridProps {
  /** Five across for rankings, four otherwise, at the full width. */
  columns?: 4 | 5;
  /** Each child becomes a list item. */
  children: ReactNode[];
}

export function ProductGrid({ columns = 4, children }: ProductGridProps) {
  return (
    <ul className={classes.grid} data-columns={columns}>
      {children.map((card, place) => (
        <li key={place}>{card}</li>
      ))}
    </ul>
  );
}
