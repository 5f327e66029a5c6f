// A process is killed in a checkout: what it left, what the shop makes of it, and what the repeated requests get.
import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { Unplug } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MOMENTS } from "@/features/admin-lab/scenarios";
import type { LabMoment, LabPlug, LabRepeat, LabState } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { Facts } from "@/shared/components/Facts";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatCount, formatWon } from "@/shared/text/format";
import { Board } from "./Board";
import { StateTable } from "./StateTable";
import { VerdictText } from "./VerdictText";

const FIGURES: readonly (keyof LabState)[] = ["available", "sold", "orders", "paid", "points", "answers"];

export function PlugView() {
  const { t } = useTranslation("adminLab");
  const [moment, setMoment] = useState<LabMoment>("before-commit");
  const [plug, setPlug] = useState<LabPlug>();
  const pulling = useOperation("pull_the_plug", { onSuccess: setPlug });
  return (
    <TitledPanel title={t("view.plug")} hint={t("plug.about")}>
      <Group align="flex-end" gap="sm" mb="md">
        <Select
          label={t("plug.moment")}
          data={MOMENTS.map((value) => ({ value, label: t(`moment.${value}`) }))}
          value={moment}
          allowDeselect={false}
          onChange={(value) => value !== null && setMoment(value as LabMoment)}
          w={320}
          maw="100%"
        />
        <Button leftSection={<Unplug size={16} aria-hidden />} loading={pulling.pending} onClick={() => void pulling.run({ moment })}>
          {t("plug.run")}
        </Button>
      </Group>
      {plug === undefined ? <EmptyState icon={Unplug} title={t("plug.none")} description={t("plug.empty")} /> : <Recovery plug={plug} />}
    </TitledPanel>
  );
}

function Recovery({ plug }: { plug: LabPlug }) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  const holds = plug.identities.length === 0 && plug.reopenedIdentities.length === 0 && plug.order.isStable && plug.payment.isStable;
  const moments = [
    { label: t("plug.before"), state: plug.before },
    { label: t("plug.inside"), state: plug.inside },
    { label: t("plug.reopened"), state: plug.reopened },
    { label: t("plug.repeated"), state: plug.repeated },
  ];
  const repeated = ({ wasStored }: LabRepeat, answer: string) => `${answer} · ${t(wasStored ? "plug.stored" : "plug.made")}`;
  const facts = [
    { label: t("plug.process"), value: plug.signal === undefined ? String(plug.processId) : t("plug.signal", { process: plug.processId, signal: plug.signal }) },
    { label: t("plug.left"), value: t("plug.bytes", { file: formatCount(plug.fileBytes, lang), log: formatCount(plug.walBytes, lang) }) },
    { label: t("plug.reopening"), value: `${plug.reopenMs.toFixed(1)} ms` },
    { label: t("plug.order"), value: repeated(plug.order, plug.order.answer) },
    { label: t("plug.payment"), value: repeated(plug.payment, formatWon(Number(plug.payment.answer), lang)) },
  ];
  return (
    <Stack gap="sm">
      <VerdictText holds={holds}>{t(holds ? outcomeOf(plug) : "plug.broken")}</VerdictText>
      {plug.statement !== undefined && (
        <Text size="sm" ff="monospace" lang="en" style={{ overflowWrap: "anywhere" }}>
          {plug.statement}
        </Text>
      )}
      <StateTable caption={t("plug.states")} moments={moments} figures={FIGURES} />
      <Facts facts={facts} />
      <Board identities={plug.identities} />
    </Stack>
  );
}

/** What was open when the process was killed decides what becomes of it. */
function outcomeOf({ inside, reopened }: LabPlug) {
  const isSame = FIGURES.every((figure) => inside[figure] === reopened[figure]);
  if (!isSame) return "plug.rolledBack";
  return reopened.orders === 0 ? "plug.nothing" : "plug.kept";
}
