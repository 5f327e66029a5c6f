// A page of two columns: what it is about, and beside it a summary that stays in sight while scrolling.
import type { ReactNode } from "react";
import classes from "./SideBySide.module.css";

interface SideBySideProps {
  children: ReactNode;
  aside: ReactNode;
  /** Names the summary as a landmark. */
  asideLabel: string;
}

export function SideBySide({ children, aside, asideLabel }: SideBySideProps) {
  return (
    <div className={classes.columns}>
      <div className={classes.body}>{children}</div>
      <aside className={classes.aside} aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  );
}
