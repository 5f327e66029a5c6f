// What was granted, refused and left over the time of a run. The table below the cards has the figures.
import { Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { Crowd } from "@/features/admin-lab/scenarios";
import { type Series, useSeries } from "@/features/admin-lab/series";
import type { LabProgress } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./lab.module.css";

const HEIGHT = 140;
const LINES = ["granted", "refused", "left"] as const;

export function RunChart({ series, crowd }: { series: Series; crowd: Crowd }) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const states = useSeries(series);
  const latest = states.at(-1);
  const seconds = Math.max(latest?.seconds ?? 0, 0.001);
  const top = Math.max(crowd.people, crowd.stock);
  const points = (of: (state: LabProgress) => number) =>
    states.map((state) => `${((state.seconds / seconds) * (width - 4)).toFixed(1)},${(HEIGHT - 2 - (Math.min(Math.max(of(state), 0), top) / top) * (HEIGHT - 8)).toFixed(1)}`).join(" ");
  const figure = (line: (typeof LINES)[number]) => formatCount(latest?.[line] ?? (line === "left" ? crowd.stock : 0), lang);
  const summary = LINES.map((line) => `${t(`line.${line}`)} ${figure(line)}`).join(", ");
  return (
    <>
      <div ref={ref} style={{ height: HEIGHT }}>
        <svg role="img" aria-label={summary} width={width} height={HEIGHT} className={classes.chart}>
          <line x1={0} x2={width} y1={HEIGHT - 2} y2={HEIGHT - 2} className={classes.axis} />
          {LINES.map((line) => (
            <polyline key={line} data-line={line} points={points((state) => state[line])} />
          ))}
        </svg>
      </div>
      <ul className={classes.legend}>
        {LINES.map((line) => (
          <li key={line} data-line={line}>
            <span aria-hidden className={classes.swatch} />
            {t(`line.${line}`)}{" "}
            <Text span inherit fw={700} className="tabular">
              {figure(line)}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
