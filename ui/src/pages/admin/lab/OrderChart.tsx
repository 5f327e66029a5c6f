// A dot for each user that was served: the later the grant, the further right; the later the arrival, the higher. A straight
// line means first come, first served.
import { Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import classes from "./lab.module.css";

const HEIGHT = 176;
const EDGE = 5;

export function OrderChart({ places, summary }: { places: readonly number[]; summary: string }) {
  const { t } = useTranslation("adminLab");
  const { ref, width } = useElementSize<HTMLDivElement>();
  const latest = Math.max(1, ...places);
  const x = (index: number) => EDGE + (index / Math.max(1, places.length - 1)) * Math.max(0, width - 2 * EDGE);
  const y = (place: number) => HEIGHT - EDGE - (place / latest) * (HEIGHT - 2 * EDGE);
  return (
    <>
      <div ref={ref} style={{ height: HEIGHT }}>
        <svg role="img" aria-label={summary} width={width} height={HEIGHT} className={classes.chart}>
          <line x1={0} x2={width} y1={HEIGHT - 1} y2={HEIGHT - 1} className={classes.axis} />
          <line x1={0.5} x2={0.5} y1={0} y2={HEIGHT} className={classes.axis} />
          {/* One path of points with round ends: a thousand elements would cost a frame. */}
          <path d={places.map((place, index) => `M${x(index).toFixed(1)} ${y(place).toFixed(1)}h0`).join("")} className={classes.dots} />
        </svg>
      </div>
      <Text size="sm" c="dimmed">
        {t("order.axes")}
      </Text>
    </>
  );
}
