// A share as a bar; what it says stands beside it in figures. Of a coupon it is what is left, wherever it is shown.
import classes from "./Meter.module.css";

interface MeterProps {
  /** Hundredths that are filled; beyond 100 it is full. */
  share: number;
  /** Twice as high, where the bar is the main thing. */
  thick?: boolean;
}

export function Meter({ share, thick = false }: MeterProps) {
  return (
    <span className={classes.track} data-thick={thick || undefined} aria-hidden>
      <span className={classes.fill} style={{ width: `${Math.min(100, Math.max(0, share))}%` }} />
    </span>
  );
}
