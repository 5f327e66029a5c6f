// One figure with its name. A tile that leads somewhere is a link as a whole; others stand in a list of terms (`dl`).
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Meter } from "./Meter";
import classes from "./FigureTile.module.css";

interface FigureTileProps {
  label: string;
  value: ReactNode;
  remark?: ReactNode;
  /** The list behind the figure. */
  to?: string;
  /** Hundredths of a bar under the figure; no bar when absent. */
  share?: number;
  /** Highlighted; the remark or the figure itself gives the reason in text. */
  urgent?: boolean;
  /** The main figures of a page. */
  large?: boolean;
}

export function FigureTile({ label, value, remark, to, share, urgent = false, large = false }: FigureTileProps) {
  const [Name, Value] = to === undefined ? (["dt", "dd"] as const) : (["span", "span"] as const);
  const content = (
    <>
      <Name className={classes.label}>{label}</Name>
      <Value className={`tabular ${classes.value}`}>{value}</Value>
      {share !== undefined && (
        <Value className={classes.remark}>
          <Meter share={share} />
        </Value>
      )}
      {remark !== undefined && <Value className={`tabular ${classes.remark}`}>{remark}</Value>}
    </>
  );
  const look = { className: classes.tile, "data-urgent": urgent || undefined, "data-large": large || undefined };
  if (to === undefined) return <div {...look}>{content}</div>;
  return (
    <Link to={to} {...look}>
      {content}
    </Link>
  );
}
