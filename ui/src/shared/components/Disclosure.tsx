// What most people do not want to see, one press away. The browser's own element: keyboard and screen readers know it.
import type { ReactNode } from "react";
import classes from "./Disclosure.module.css";

export function Disclosure({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className={classes.details}>
      <summary className={classes.summary}>{label}</summary>
      <div className={classes.body}>{children}</div>
    </details>
  );
}
