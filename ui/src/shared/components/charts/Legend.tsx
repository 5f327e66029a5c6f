// Which colour is which series.
import { Group } from "@mantine/core";
import type { Series } from "./BarChart";
import classes from "./charts.module.css";

export function Legend({ series }: { series: readonly Series[] }) {
  return (
    <Group component="span" gap="md">
      {series.map(({ name, tone }) => (
        <span key={name} className={classes.key}>
          <span className={classes.swatch} data-tone={tone} aria-hidden />
          {name}
        </span>
      ))}
    </Group>
  );
}
