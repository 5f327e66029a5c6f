// What a new shop needs before its first order, each with its page and whether it is done.
import { Badge, Button, Text } from "@mantine/core";
import { CheckCircle2, ChevronRight, Circle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { TitledPanel } from "@/shared/components/TitledPanel";
import type { FirstStep } from "./steps";
import { useFirstSteps } from "./useFirstSteps";
import classes from "./dashboard.module.css";

export function FirstSteps() {
  const { t } = useTranslation("adminDashboard");
  const { steps, stayLocal } = useFirstSteps();
  const done = steps.filter((step) => step.done === true).length;
  const hint = t(done === steps.length ? "steps.ready" : "steps.text");
  return (
    <TitledPanel title={t("steps.title")} hint={hint} remark={<span className="tabular">{t("steps.count", { done, of: steps.length })}</span>}>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <Step key={step.name} step={step} onStayLocal={stayLocal} />
        ))}
      </ol>
    </TitledPanel>
  );
}

function Step({ step: { name, to, done = false }, onStayLocal }: { step: FirstStep; onStayLocal: () => void }) {
  const { t } = useTranslation("adminDashboard");
  const Icon = done ? CheckCircle2 : Circle;
  return (
    <li className={classes.step} data-step={name} data-done={done || undefined}>
      <Icon size={24} aria-hidden className={classes.tick} />
      <div>
        <Text component="h3" fw={600} m={0}>
          {t(`steps.${name}.title`)}{" "}
          <Badge variant="light" color={done ? "teal" : "gray"} ml={6}>
            {t(done ? "steps.done" : "steps.open")}
          </Badge>
        </Text>
        <Text size="sm" c="dimmed">
          {t(`steps.${name}.text`)}
        </Text>
      </div>
      <div className={classes.stepActs}>
        {name === "network" && !done && (
          <Button variant="subtle" color="gray" size="sm" onClick={onStayLocal}>
            {t("steps.network.stay")}
          </Button>
        )}
        <Button component={Link} to={to} variant={done ? "default" : "light"} size="sm" rightSection={<ChevronRight size={16} aria-hidden />}>
          {t(`steps.${name}.action`)}
        </Button>
      </div>
    </li>
  );
}
