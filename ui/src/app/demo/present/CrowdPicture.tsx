// The crowd as points: with a coupon, with one too many, and without. The figures beside it say the same.
import { memo } from "react";
import { CROWD } from "./useGuardRuns";
import classes from "./present.module.css";

const COLUMNS = 50;
const ROWS = 20;
const STEP = 10;

/** A thousand circles: drawn when their figures change, not with the time of the presentation. */
export const CrowdPicture = memo(function CrowdPicture({ granted, oversold }: { granted: number; oversold: number }) {
  const stateOf = (number: number) => (number < Math.min(granted, CROWD.stock) ? "granted" : number < granted + oversold ? "oversold" : "waits");
  return (
    <svg viewBox={`0 0 ${COLUMNS * STEP} ${ROWS * STEP}`} className={classes.crowd} aria-hidden>
      {Array.from({ length: COLUMNS * ROWS }, (_, number) => (
        <circle key={number} cx={(number % COLUMNS) * STEP + STEP / 2} cy={Math.floor(number / COLUMNS) * STEP + STEP / 2} r={3.4} data-state={stateOf(number)} />
      ))}
    </svg>
  );
});
