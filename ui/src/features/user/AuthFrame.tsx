// The layout of signing in and registering: one narrow column, and beside it another way to sign in.
import type { ReactNode } from "react";
import classes from "./AuthFrame.module.css";

interface AuthFrameProps {
  children: ReactNode;
  beside?: ReactNode;
}

export function AuthFrame({ children, beside }: AuthFrameProps) {
  const hasBeside = beside !== undefined;
  return (
    <div className={classes.frame} data-beside={hasBeside || undefined}>
      <div className={classes.main}>{children}</div>
      {hasBeside && <aside className={classes.beside}>{beside}</aside>}
    </div>
  );
}
