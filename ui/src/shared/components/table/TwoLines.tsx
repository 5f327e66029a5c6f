// A cell of two lines: what it is, and quietly below it what else is good to know.
import type { ReactNode } from "react";
import classes from "./DataTable.module.css";

export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <>
      <span className={classes.first}>{first}</span>
      <span className={classes.second}>{second}</span>
    </>
  );
}
