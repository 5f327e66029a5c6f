// A description with headings, lists and emphasis.
import { useMemo } from "react";
import { sanitize } from "./sanitize";
import classes from "./RichText.module.css";

export function RichText({ html }: { html: string }) {
  const clean = useMemo(() => sanitize(html), [html]);
  return <div className={classes.text} dangerouslySetInnerHTML={{ __html: clean }} />;
}
