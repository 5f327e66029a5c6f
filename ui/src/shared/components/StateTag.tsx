// A state in one word; the color repeats it. Plain elements, because lists show one in every row.
import type { ReactNode } from "react";
import classes from "./StateTag.module.css";

/** `wanted` is what waits for the merchant. */
export type Tone = "quiet" | "good" | "wanted" | "scarce" | "bad";

export function StateTag({ tone = "quiet", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
