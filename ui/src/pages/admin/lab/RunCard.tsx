// One guard: what it has granted and refused so far, the picture of it, and what it left behind.
import { Group, Loader, Text, Title } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Crowd } from "@/features/admin-lab/scenarios";
import type { GuardRun } from "@/features/admin-lab/useLab";
import type { LabOutcome } from "@/ipc/generated/operations";
import { Panel } from "@/shared/components/Panel";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import { Board } from "./Board";
import { RunChart } from "./RunChart";
import { VerdictText } from "./VerdictText";

export const RunCard = memo(function RunCard({ run, crowd }: { run: GuardRun; crowd: Crowd }) {
  const { t } = useTranslation("adminLab");
  const name = t(`guard.${run.guard}`);
  return (
    <section aria-label={name}>
      <Panel p="md" h="100%">
        <Group justify="space-between" wrap="nowrap" mb="xs">
          <Title order={2} size="h4">
            {name}
          </Title>
          {run.state === "running" && <Loader size="xs" aria-label={t("running")} />}
        </Group>
        <RunChart series={run.series} crowd={crowd} />
        {run.outcome === undefined ? <Text c="dimmed">{t(run.state === "running" ? "running" : "waiting")}</Text> : <Verdict outcome={run.outcome} />}
      </Panel>
    </section>
  );
});

function Verdict({ outcome }: { outcome: LabOutcome }) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  const holds = outcome.identities.length === 0;
  const what =
    outcome.oversold > 0
      ? t("oversold", { count: formatCount(outcome.oversold, lang), won: formatWon(outcome.oversoldWon, lang) })
      : t(holds ? "exact" : "lost", { count: formatCount(outcome.granted, lang) });
  return (
    <>
      <VerdictText holds={holds}>{what}</VerdictText>
      <Board identities={outcome.identities} />
    </>
  );
}
