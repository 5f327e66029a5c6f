// How often something took how long: a histogram whose bars stand at ten microseconds, thirty, a hundred and so on.
import { useTranslation } from "react-i18next";
import { type HistogramRow, histogramRows } from "@/features/admin-system/histogram";
import type { LockFigures, WriterFigures } from "@/ipc/generated/operations";
import { BarChart, type Series } from "@/shared/components/charts/BarChart";
import { ChartPanel } from "@/shared/components/charts/ChartPanel";
import { Legend } from "@/shared/components/charts/Legend";
import type { Column } from "@/shared/components/charts/rows";
import { useLang } from "@/shared/hooks/useLang";
import { formatMicros } from "@/shared/text/duration";
import { formatCount } from "@/shared/text/format";

/** Waiting beside running, so that one sees which of the two takes the time. */
export function LockHistogram({ locks }: { locks: LockFigures }) {
  const { t } = useTranslation("adminSystem");
  const series: Series[] = [
    { name: t("locks.wait"), tone: "quiet" },
    { name: t("locks.hold"), tone: "accent" },
  ];
  return <Histogram title={t("histogram.locks")} file="lock-times" series={series} rows={histogramRows(locks.waitBuckets, locks.holdBuckets)} />;
}

export function CommitHistogram({ writer }: { writer: WriterFigures }) {
  const { t } = useTranslation("adminSystem");
  const series: Series[] = [{ name: t("groups.groups"), tone: "accent" }];
  return <Histogram title={t("histogram.commits")} file="commit-times" series={series} rows={histogramRows(writer.commitBuckets)} />;
}

interface HistogramProps {
  title: string;
  file: string;
  series: readonly Series[];
  rows: readonly HistogramRow[];
}

function Histogram({ title, file, series, rows }: HistogramProps) {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  const count = (figure: number) => formatCount(figure, lang);
  const longer = formatMicros(rows.at(-2)?.upTo ?? 0, lang);
  const timeOf = ({ upTo }: HistogramRow) => (upTo === undefined ? t("histogram.longer", { time: longer }) : t("histogram.upTo", { time: formatMicros(upTo, lang) }));
  // Under the axis there is room for the figure alone.
  const shortOf = ({ upTo }: HistogramRow) => (upTo === undefined ? `> ${longer}` : `≤ ${formatMicros(upTo, lang)}`);
  const columns: Column<HistogramRow>[] = [
    { key: "time", label: t("histogram.time"), value: ({ upTo }) => upTo ?? Number.MAX_SAFE_INTEGER, show: timeOf },
    ...series.map(({ name }, nth) => ({
      key: name,
      label: name,
      value: ({ counts }: HistogramRow) => counts[nth] ?? 0,
      show: ({ counts }: HistogramRow) => count(counts[nth] ?? 0),
    })),
  ];
  const total = rows.reduce((sum, { counts }) => sum + (counts.at(-1) ?? 0), 0);
  return (
    <ChartPanel
      title={title}
      file={file}
      remark={series.length > 1 ? <Legend series={series} /> : t("sinceStart")}
      columns={columns}
      rows={rows}
      keyOf={({ upTo }) => upTo ?? "longer"}
      chart={
        <BarChart
          height={190}
          points={rows.map((row) => ({ label: shortOf(row), title: timeOf(row), values: row.counts }))}
          series={series}
          format={count}
          summary={t("histogram.summary", { title, count: count(total) })}
        />
      }
    />
  );
}
