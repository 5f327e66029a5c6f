// Bars over a row of points, one or two to a point. To a screen reader it is a picture with a summary; the caller
// puts a table of the same figures behind it (see ChartPanel). Own SVG: a charting library would weigh more than the panel.
import { Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useState } from "react";
import { useLang } from "@/shared/hooks/useLang";
import { formatShort, labelEvery, ticksTo } from "./scale";
import classes from "./charts.module.css";

export interface BarPoint {
  /** Under the axis. */
  label: string;
  /** Over the figures when pointed at. */
  title: string;
  /** One value for each series, 0 or more. */
  values: readonly number[];
}

export interface Series {
  name: string;
  tone: "accent" | "quiet";
}

interface BarChartProps {
  points: readonly BarPoint[];
  series: readonly Series[];
  /** A value as it is written when pointed at. */
  format: (value: number) => string;
  /** The picture in a sentence. */
  summary: string;
  /** Pixels. */
  height?: number;
}

const LEFT = 52;
const TOP = 10;
const BOTTOM = 26;
const LABEL_WIDTH = 58;

export function BarChart({ points, series, format, summary, height = 240 }: BarChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [pointed, setPointed] = useState<number | null>(null);
  const ticks = ticksTo(Math.max(0, ...points.flatMap(({ values }) => values)));
  const frame = { width, height, slot: Math.max(0, width - LEFT) / Math.max(1, points.length), top: ticks.at(-1) ?? 1 };
  const point = pointed === null ? undefined : points[pointed];
  const onMove = (x: number) => {
    const index = Math.floor((x - LEFT) / frame.slot);
    setPointed(index >= 0 && index < points.length ? index : null);
  };
  return (
    <div
      ref={ref}
      className={classes.chart}
      style={{ height }}
      onPointerMove={(event) => onMove(event.clientX - event.currentTarget.getBoundingClientRect().left)}
      onPointerLeave={() => setPointed(null)}
    >
      <svg role="img" aria-label={summary} width={width} height={height}>
        <Grid ticks={ticks} frame={frame} />
        {pointed !== null && <rect className={classes.band} x={LEFT + pointed * frame.slot} y={TOP} width={frame.slot} height={height - TOP - BOTTOM} />}
        {points.map((each, index) => (
          <Bars key={each.title} point={each} index={index} series={series} frame={frame} />
        ))}
        <Labels points={points} frame={frame} />
      </svg>
      {pointed !== null && point !== undefined && (
        <div className={classes.tip} style={tipAt(LEFT + (pointed + 0.5) * frame.slot, width)} aria-hidden>
          <Text size="xs" c="dimmed">
            {point.title}
          </Text>
          {series.map(({ name }, index) => (
            <Text key={name} size="sm" fw={600} className="tabular">
              {series.length > 1 && `${name} `}
              {format(point.values[index] ?? 0)}
            </Text>
          ))}
        </div>
      )}
    </div>
  );
}

interface Frame {
  width: number;
  height: number;
  /** Pixels of one point. */
  slot: number;
  /** The value at the upper end. */
  top: number;
}

function yOf(value: number, { height, top }: Frame): number {
  return height - BOTTOM - (value / top) * (height - TOP - BOTTOM);
}

/** The tooltip is right of its bar, and left of it in the right half. */
function tipAt(x: number, width: number) {
  return x > width / 2 ? { right: width - x + 12 } : { left: x + 12 };
}

function Grid({ ticks, frame }: { ticks: readonly number[]; frame: Frame }) {
  const lang = useLang();
  return ticks.map((tick) => (
    <g key={tick}>
      <line className={classes.grid} x1={LEFT} x2={frame.width} y1={yOf(tick, frame)} y2={yOf(tick, frame)} />
      <text className={classes.axis} x={LEFT - 10} y={yOf(tick, frame)} textAnchor="end" dominantBaseline="central">
        {formatShort(tick, lang)}
      </text>
    </g>
  ));
}

function Bars({ point, index, series, frame }: { point: BarPoint; index: number; series: readonly Series[]; frame: Frame }) {
  const whole = Math.min(frame.slot * 0.68, 44 * series.length);
  const each = whole / series.length;
  const left = LEFT + index * frame.slot + (frame.slot - whole) / 2;
  return series.map(({ name, tone }, nth) => {
    const y = yOf(point.values[nth] ?? 0, frame);
    const tall = frame.height - BOTTOM - y;
    if (tall <= 0 || each <= 0) return null;
    return <rect key={name} className={classes.bar} data-tone={tone} x={left + nth * each} y={y} width={Math.max(1, each - (series.length > 1 ? 1 : 0))} height={tall} rx={Math.min(3, each / 2, tall)} />;
  });
}

function Labels({ points, frame }: { points: readonly BarPoint[]; frame: Frame }) {
  const every = labelEvery(points.length, frame.width - LEFT, LABEL_WIDTH);
  // Counted from the end, so that the latest point always has its label.
  return points.map(({ label, title }, index) =>
    (points.length - 1 - index) % every !== 0 ? null : (
      <text key={title} className={classes.axis} x={LEFT + (index + 0.5) * frame.slot} y={frame.height - 7} textAnchor="middle">
        {label}
      </text>
    ),
  );
}
