// A page of two columns: what it is about, and beside it a summary that stays in sight while scrolling.
import type { ReactNode } from "react";
import { StickyBar } from "./StickyBar";
import classes from "./SideBySide.module.css";

interface SideBySideProps {
  children: ReactNode;
  aside: ReactNode;
  /** Names the summary as a landmark. */
  asideLabel: string;
  /** Whether the summary stands first where the columns stand one below the other: it awaits an act. */
  asideFirst?: boolean;
  /** What the page is for, where the columns stand one below the other: it stays at the window's lower edge. */
  bar?: ReactNode;
}

export function SideBySide({ children, aside, asideLabel, asideFirst = false, bar }: SideBySideProps) {
  return (
    <div className={classes.columns}>
      <div className={classes.body}>{children}</div>
      <aside className={classes.aside} data-first={asideFirst || undefined} aria-label={asideLabel}>
        {aside}
      </aside>
      {bar !== undefined && <StickyBar until="md">{bar}</StickyBar>}
    </div>
  );
}
