// A short list of named facts, label at the left and value at the right.
import type { ReactNode } from "react";
import classes from "./Facts.module.css";

interface FactsProps {
  facts: readonly { label: string; value: ReactNode }[];
}

export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label} className={classes.fact}>
          <dt className={classes.label}>{label}</dt>
          <dd className={`tabular ${classes.value}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
