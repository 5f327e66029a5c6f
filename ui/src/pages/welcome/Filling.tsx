// The progress of the demo shop, stage by stage.
import { Group, Progress, Text } from "@mantine/core";
import { CheckCircle2, Circle, CircleDot } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { DemoProgress } from "@/ipc/generated/operations";
import { announce } from "@/shared/components/LiveRegion";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { StepHeading } from "./StepHeading";
import classes from "./welcome.module.css";

const STAGES = ["products", "customers", "coupons", "orders"] as const;
type Stage = (typeof STAGES)[number];

export function Filling({ steps }: { steps: readonly DemoProgress[] }) {
  const { t } = useTranslation("welcome");
  const latest = STAGES.findLast((stage) => steps.some((step) => step.stage === stage));
  useEffect(() => {
    if (latest !== undefined) announce(t(`filling.stage.${latest}`));
  }, [latest, t]);
  return (
    <>
      <StepHeading title={t("filling.title")} text={t("filling.text")} />
      <ol className={classes.stages}>
        {STAGES.map((stage) => (
          <StageLine key={stage} stage={stage} step={steps.find((step) => step.stage === stage)} passed={isPassed(stage, latest)} />
        ))}
      </ol>
    </>
  );
}

/** A stage is over, whatever its last count was, once a later one has begun. */
function isPassed(stage: Stage, latest: Stage | undefined): boolean {
  return latest !== undefined && STAGES.indexOf(stage) < STAGES.indexOf(latest);
}

function StageLine({ stage, step, passed }: { stage: Stage; step: DemoProgress | undefined; passed: boolean }) {
  const { t } = useTranslation("welcome");
  const lang = useLang();
  const done = passed || (step !== undefined && step.done >= step.total);
  const Icon = done ? CheckCircle2 : step === undefined ? Circle : CircleDot;
  const percent = done ? 100 : step === undefined ? 0 : (step.done / Math.max(step.total, 1)) * 100;
  return (
    <li className={classes.stage} data-waiting={(step === undefined && !done) || undefined}>
      <Group justify="space-between" mb={8} wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <Icon size={22} aria-hidden className={done ? classes.tick : undefined} />
          <Text fw={600}>{t(`filling.stage.${stage}`)}</Text>
        </Group>
        <Text size="sm" c="dimmed" className="tabular">
          {step === undefined
            ? t(done ? "filling.done" : "filling.waiting")
            : t("filling.count", { done: formatCount(done ? step.total : step.done, lang), total: formatCount(step.total, lang) })}
        </Text>
      </Group>
      <Progress.Root size={6}>
        <Progress.Section value={percent} aria-label={t("progress", { stage: t(`filling.stage.${stage}`) })} />
      </Progress.Root>
    </li>
  );
}
