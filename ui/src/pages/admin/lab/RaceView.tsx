// Two customers and the last unit: one race under a guard, step by step.
import { Button, Group, NumberInput, Select } from "@mantine/core";
import { Play, Users } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { BOUNDS, GUARDS } from "@/features/admin-lab/scenarios";
import type { LabGuard, LabRace, LabState } from "@/ipc/generated/operations";
import { EmptyState } from "@/shared/components/EmptyState";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { useOperation } from "@/shared/hooks/useOperation";
import { formatCount, formatWon } from "@/shared/text/format";
import { Board } from "./Board";
import { StepPlayer } from "./StepPlayer";
import { VerdictText } from "./VerdictText";

const FIGURES: readonly (keyof LabState)[] = ["available", "sold", "orders"];

export function RaceView() {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  const [guard, setGuard] = useState<LabGuard>("none");
  const [seed, setSeed] = useState(7);
  const [race, setRace] = useState<LabRace>();
  const racing = useOperation("race_lab", { onSuccess: setRace });
  const isWrong = !Number.isSafeInteger(seed) || seed < BOUNDS.seed.min || seed > BOUNDS.seed.max;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) void racing.run({ guard, seed });
  };
  return (
    <TitledPanel title={t("view.race")} hint={t("race.about")}>
      <form onSubmit={submit} aria-label={t("view.race")}>
        <Group align="flex-end" gap="sm" mb="md">
          <Select
            label={t("column.guard")}
            data={GUARDS.map((value) => ({ value, label: t(`guard.${value}`) }))}
            value={guard}
            allowDeselect={false}
            onChange={(value) => value !== null && setGuard(value as LabGuard)}
            w={200}
          />
          <NumberInput
            label={t("field.seed")}
            value={seed}
            onChange={(value) => setSeed(typeof value === "number" ? value : Number.NaN)}
            error={isWrong ? t("bounds", { min: formatCount(BOUNDS.seed.min, lang), max: formatCount(BOUNDS.seed.max, lang) }) : undefined}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            inputMode="numeric"
            w={120}
            classNames={{ input: "tabular" }}
          />
          <Button type="submit" leftSection={<Play size={16} aria-hidden />} loading={racing.pending} disabled={isWrong}>
            {t("race.run")}
          </Button>
        </Group>
      </form>
      {race === undefined ? <EmptyState icon={Users} title={t("race.none")} description={t("race.empty")} /> : <Replay key={`${race.guard} ${race.seed}`} race={race} />}
    </TitledPanel>
  );
}

function Replay({ race }: { race: LabRace }) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  const [first = "", second = ""] = race.customers;
  const names = { first: t("race.first", { name: first }), second: t("race.second", { name: second }), shop: t("side.shop") };
  const holds = race.oversold === 0 && race.identities.length === 0;
  return (
    <>
      <VerdictText holds={holds}>
        {holds ? t("race.exact", { name: first }) : t("oversold", { count: formatCount(race.oversold, lang), won: formatWon(race.oversoldWon, lang) })}
      </VerdictText>
      <StepPlayer label={t("race.steps")} steps={race.steps} names={names} figures={FIGURES} />
      <Board identities={race.identities} />
    </>
  );
}
