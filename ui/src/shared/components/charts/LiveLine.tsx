// A line that grows at its right end: the last samples of one figure, the newest written beside its name.
import { Group, Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { ticksTo } from "./scale";
import classes from "./charts.module.css";

interface LiveLineProps {
  label: string;
  /** Oldest first; null where there is no figure, as after a restart. */
  values: readonly (number | null)[];
  /** How many samples the whole width holds. */
  span: number;
  format: (value: number) => string;
  /** The picture in a sentence. */
  summary: string;
  height?: number;
}

export function LiveLine({ label, values, span, format, summary, height = 96 }: LiveLineProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const known = values.filter((value) => value !== null);
  const top = ticksTo(Math.max(0, ...known), 2).at(-1) ?? 1;
  const latest = values.at(-1) ?? null;
  const x = (index: number) => ((span - values.length + index) / Math.max(1, span - 1)) * (width - 4);
  const y = (value: number) => height - 2 - (value / top) * (height - 8);
  const dots = values.flatMap((value, index) => (value === null ? [] : [`${x(index).toFixed(1)},${y(value).toFixed(1)}`]));
  return (
    <div>
      <Group justify="space-between" align="baseline" wrap="nowrap" mb={4}>
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <Text fw={700} className="tabular">
          {latest === null ? "–" : format(latest)}
        </Text>
      </Group>
      <div ref={ref} style={{ height }}>
        <svg role="img" aria-label={summary} width={width} height={height} className={classes.line}>
          <line className={classes.grid} x1={0} x2={width} y1={height - 2} y2={height - 2} />
          <polyline points={dots.join(" ")} />
          {latest !== null && <circle cx={x(values.length - 1)} cy={y(latest)} r={3.5} />}
        </svg>
      </div>
    </div>
  );
}
