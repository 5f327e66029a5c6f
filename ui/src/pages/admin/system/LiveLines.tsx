// The last two minutes: writes per second and waiting requests. The table behind the chart lists every reading.
import { SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KEPT, POLL_MS } from "@/features/admin-system/queries";
import { writesPerSecond } from "@/features/admin-system/rates";
import type { Metrics } from "@/ipc/generated/operations";
import { ChartPanel } from "@/shared/components/charts/ChartPanel";
import { LiveLine } from "@/shared/components/charts/LiveLine";
import type { Column } from "@/shared/components/charts/rows";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, two } from "@/shared/text/format";

interface Look {
  at: string;
  /** A second. */
  writes: number;
  waiters: number;
  activeUsers: number;
}

export function LiveLines({ looks }: { looks: readonly Metrics[] }) {
  const { t } = useTranslation("adminSystem");
  const lang = useLang();
  const writes = writesPerSecond(looks);
  const rows: Look[] = looks.flatMap(({ at, locks, peopleHereNow }, index) => {
    const rate = writes[index] ?? null;
    return rate === null ? [] : [{ at, writes: Math.round(rate), waiters: locks.waiters, activeUsers: peopleHereNow }];
  });
  const count = (figure: number) => formatCount(Math.round(figure), lang);
  const line = (label: string, values: (number | null)[]) => (
    <LiveLine label={label} values={values} span={KEPT} format={count} summary={t("lineSummary", { label, ...extremes(values, count) })} />
  );
  const columns: Column<Look>[] = [
    { key: "at", label: t("at"), value: ({ at }) => clock(at) },
    { key: "writes", label: t("writes"), value: ({ writes: rate }) => rate, show: ({ writes: rate }) => count(rate) },
    { key: "waiters", label: t("waiters"), value: ({ waiters }) => waiters, show: ({ waiters }) => count(waiters) },
    { key: "activeUsers", label: t("activeUsers"), value: ({ activeUsers }) => activeUsers, show: ({ activeUsers }) => count(activeUsers) },
  ];
  return (
    <ChartPanel
      title={t("live")}
      file="live"
      remark={t("liveRemark", { seconds: POLL_MS / 1_000 })}
      columns={columns}
      rows={rows}
      keyOf={({ at }) => at}
      chart={
        <SimpleGrid cols={{ base: 1, md: 3 }} spacing="xl">
          {line(t("writes"), writes)}
          {line(t("waiters"), looks.map(({ locks }) => locks.waiters))}
          {line(t("activeUsers"), looks.map(({ peopleHereNow }) => peopleHereNow))}
        </SimpleGrid>
      }
    />
  );
}

function extremes(values: readonly (number | null)[], write: (figure: number) => string): { latest: string; most: string } {
  const known = values.filter((value) => value !== null);
  return { latest: write(known.at(-1) ?? 0), most: write(Math.max(0, ...known)) };
}

function clock(instant: string): string {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
