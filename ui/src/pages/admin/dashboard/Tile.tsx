// One figure with its name; the whole tile leads to the list behind it.
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import classes from "./dashboard.module.css";

interface TileProps {
  to: string;
  label: string;
  value: ReactNode;
  remark?: ReactNode;
  /** Hundredths of the bar under the figure that are filled; no bar when absent. */
  share?: number;
  /** Asks for attention; said in words by the remark or the figure itself. */
  urgent?: boolean;
  small?: boolean;
}

export function Tile({ to, label, value, remark, share, urgent = false, small = false }: TileProps) {
  return (
    <Link to={to} className={classes.tile} data-urgent={urgent || undefined}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text className="tabular" fw={700} fz={small ? "1.25rem" : "1.625rem"} lh={1.3}>
        {value}
      </Text>
      {share !== undefined && (
        <span className={classes.track} aria-hidden>
          <span className={classes.fill} style={{ width: `${Math.min(100, share)}%` }} />
        </span>
      )}
      {remark !== undefined && (
        <Text size="xs" c="dimmed" className="tabular">
          {remark}
        </Text>
      )}
    </Link>
  );
}
