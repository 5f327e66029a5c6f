// How long the users of a run waited, and in which order they were served: both live, each with a table behind it.
import { Select, SimpleGrid, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSeries } from "@/features/admin-lab/series";
import type { GuardRun } from "@/features/admin-lab/useLab";
import { type WaitRow, waitRows } from "@/features/admin-lab/waits";
import type { LabGuard } from "@/ipc/generated/operations";
import { BarChart } from "@/shared/components/charts/BarChart";
import { ChartPanel } from "@/shared/components/charts/ChartPanel";
import type { Column } from "@/shared/components/charts/rows";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { OrderChart } from "./OrderChart";

export function RunFigures({ runs }: { runs: readonly GuardRun[] }) {
  const { t } = useTranslation("adminLab");
  const [chosen, setChosen] = useState<LabGuard | null>(null);
  const begun = runs.filter(({ state }) => state !== "waiting");
  // The one that runs is followed until another is chosen.
  const run = begun.find(({ guard }) => guard === chosen) ?? begun.find(({ state }) => state === "running") ?? begun.at(-1);
  if (run === undefined) return null;
  const choice = (
    <Select
      size="xs"
      w={150}
      aria-label={t("column.guard")}
      data={begun.map(({ guard }) => ({ value: guard, label: t(`guard.${guard}`) }))}
      value={run.guard}
      allowDeselect={false}
      onChange={(value) => value !== null && setChosen(value as LabGuard)}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <Waits run={run} runs={begun} choice={choice} />
      <Order run={run} choice={choice} />
    </SimpleGrid>
  );
}

function Waits({ run, runs, choice }: { run: GuardRun; runs: readonly GuardRun[]; choice: React.ReactNode }) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  const count = (figure: number) => formatCount(figure, lang);
  // One run at a time goes on; the others do not change any more.
  useSeries((runs.find(({ state }) => state === "running") ?? run).series);
  const waits = ({ series }: GuardRun) => series.shown().at(-1)?.waits ?? [];
  const all = waitRows(...runs.map(waits));
  const nth = runs.indexOf(run);
  const longest = all.at(-2)?.below ?? 0;
  const timeOf = ({ below }: WaitRow) => (below === undefined ? t("waits.longer", { ms: count(longest) }) : t("waits.below", { ms: count(below) }));
  const columns: Column<WaitRow>[] = [
    { key: "time", label: t("waits.time"), value: ({ below }) => below ?? Number.MAX_SAFE_INTEGER, show: timeOf },
    ...runs.map(({ guard }, index) => ({
      key: guard,
      label: t(`guard.${guard}`),
      value: ({ counts }: WaitRow) => counts[index] ?? 0,
      show: ({ counts }: WaitRow) => count(counts[index] ?? 0),
    })),
  ];
  const total = waits(run).reduce((sum, figure) => sum + figure, 0);
  return (
    <ChartPanel
      title={t("waits.title")}
      file="lab-waits"
      remark={t("waits.unit")}
      choice={choice}
      columns={columns}
      rows={all}
      keyOf={({ below }) => below ?? "longer"}
      chart={
        <BarChart
          height={200}
          points={all.map((row) => ({ label: row.below === undefined ? `≥ ${count(longest)}` : `< ${count(row.below)}`, title: timeOf(row), values: [row.counts[nth] ?? 0] }))}
          series={[{ name: t(`guard.${run.guard}`), tone: "accent" }]}
          format={count}
          summary={t("waits.summary", { guard: t(`guard.${run.guard}`), count: count(total) })}
        />
      }
    />
  );
}

interface Served {
  /** From 1. */
  nth: number;
  /** The place in the order of arrival, from 1. */
  arrived: number;
}

function Order({ run, choice }: { run: GuardRun; choice: React.ReactNode }) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  const count = (figure: number) => formatCount(figure, lang);
  const { outcome } = run;
  const rows: Served[] = (outcome?.served ?? []).map((place, index) => ({ nth: index + 1, arrived: place + 1 }));
  const columns: Column<Served>[] = [
    { key: "nth", label: t("order.nth"), value: ({ nth }) => nth, show: ({ nth }) => count(nth) },
    { key: "arrived", label: t("order.arrived"), value: ({ arrived }) => arrived, show: ({ arrived }) => count(arrived) },
  ];
  const summary = t("order.summary", { guard: t(`guard.${run.guard}`), inversions: count(outcome?.inversions ?? 0) });
  return (
    <ChartPanel
      title={t("order.title")}
      file="lab-order"
      remark={outcome && t("order.inversions", { inversions: count(outcome.inversions) })}
      choice={choice}
      columns={columns}
      rows={rows}
      keyOf={({ nth }) => nth}
      chart={outcome === undefined ? <Text c="dimmed">{t("order.waiting")}</Text> : <OrderChart places={rows.map(({ arrived }) => arrived)} summary={summary} />}
    />
  );
}
