// Details that few users need, one press away. The browser's own element: keyboard and screen readers know it. What it
// holds is made when it is opened, because long lists hold hundreds of them.
import { type ReactNode, useState } from "react";
import classes from "./Disclosure.module.css";

export function Disclosure({ label, children }: { label: ReactNode; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details className={classes.details} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary className={classes.summary}>{label}</summary>
      <div className={classes.body}>{opened && children}</div>
    </details>
  );
}
