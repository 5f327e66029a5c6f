// The steps of a replay, one after another: who acts, the statement with its answer, and the state after it.
import { ActionIcon, Button, Checkbox, Group, Text } from "@mantine/core";
import { ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Player, usePlayer } from "@/features/admin-lab/usePlayer";
import type { LabSide, LabState, LabStep } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./steps.module.css";
import { StepText } from "./StepText";

interface StepPlayerProps {
  /** Names the list of steps. */
  label: string;
  steps: readonly LabStep[];
  names: Readonly<Record<LabSide, string>>;
  /** What is shown of the state. */
  figures: readonly (keyof LabState)[];
}

export function StepPlayer({ label, steps, names, figures }: StepPlayerProps) {
  const player = usePlayer(steps);
  const { step } = player;
  if (step === undefined) return null;
  return (
    <div className={classes.player}>
      <div className={classes.stage}>
        <Controls player={player} />
        <Present step={step} before={player.steps[player.at - 1]} names={names} figures={figures} />
      </div>
      <StepList label={label} player={player} names={names} />
    </div>
  );
}

function Controls({ player }: { player: Player }) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  const { at, steps, all, playing } = player;
  const place = t("step.place", { at: formatCount(at + 1, lang), of: formatCount(steps.length, lang) });
  return (
    <Group gap="xs" mb="sm">
      <ActionIcon variant="default" size={36} aria-label={t("step.back")} disabled={at === 0} onClick={() => player.go(at - 1)}>
        <ChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" size={36} aria-label={t("step.next")} disabled={at === steps.length - 1} onClick={() => player.go(at + 1)}>
        <ChevronRight size={18} aria-hidden />
      </ActionIcon>
      <Button variant="default" leftSection={playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />} onClick={playing ? player.pause : player.play}>
        {t(playing ? "step.pause" : "step.play")}
      </Button>
      <Text size="sm" c="dimmed" className="tabular">
        {place}
      </Text>
      <Checkbox ml="auto" label={t("step.all")} checked={all} onChange={({ currentTarget }) => player.setAll(currentTarget.checked)} />
    </Group>
  );
}

interface PresentProps {
  step: LabStep;
  before: LabStep | undefined;
  names: Readonly<Record<LabSide, string>>;
  figures: readonly (keyof LabState)[];
}

/** The present step. A figure that it has changed is marked. */
function Present({ step, before, names, figures }: PresentProps) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  return (
    <div className={classes.present} data-side={step.side} aria-live="polite">
      <Text fw={700} size="sm" className={classes.side}>
        {names[step.side]}
      </Text>
      <StepText step={step} />
      <dl className={classes.state} aria-label={t("step.state")}>
        {figures.map((figure) => (
          <div key={figure} data-changed={before !== undefined && before.state[figure] !== step.state[figure]}>
            <dt>{t(`state.${figure}`)}</dt>
            <dd className="tabular">{formatCount(step.state[figure], lang)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function StepList({ label, player, names }: { label: string; player: Player; names: Readonly<Record<LabSide, string>> }) {
  const { t } = useTranslation("adminLab");
  const list = useRef<HTMLOListElement>(null);
  // The present step stays in view; only the list is scrolled, not the page.
  useEffect(() => {
    const box = list.current;
    const item = box?.children[player.at];
    if (!(box && item instanceof HTMLElement)) return;
    const top = item.offsetTop - box.offsetTop;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + item.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = top + item.offsetHeight - box.clientHeight;
  }, [player.at]);
  return (
    <ol ref={list} className={classes.list} aria-label={label}>
      {player.steps.map((step, index) => (
        <li key={index} data-side={step.side}>
          <button type="button" aria-current={index === player.at ? "step" : undefined} onClick={() => player.go(index)}>
            <span className={classes.who}>{names[step.side]}</span>
            <span className={classes.what}>{step.statement ?? t(`act.${step.act}`)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
