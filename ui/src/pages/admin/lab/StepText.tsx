// One step in words: the statement as SQLite ran it and what it answered, or what happened beside the statements.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LabAnswer, LabStep } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "./steps.module.css";

export function StepText({ step }: { step: LabStep }) {
  const { t } = useTranslation(["adminLab", "errors"]);
  if (step.statement === undefined) {
    return (
      <>
        <Text fw={600} mt={4}>
          {t(`act.${step.act}`)}
        </Text>
        {step.code !== undefined && (
          <Text size="sm" ff="monospace">
            {step.code}
          </Text>
        )}
      </>
    );
  }
  return (
    <>
      <code className={classes.statement} lang="en">
        {step.statement}
      </code>
      {step.answer !== undefined && <Answer answer={step.answer} />}
    </>
  );
}

/** Values of a row that are shown; the long rows of an order have many more. */
const MOST_VALUES = 8;
/** Columns that the outcome depends on come first. */
const MATTERS = /available|sold|point|state/;

function chosen(values: LabAnswer["values"]): LabAnswer["values"] {
  const known = values.filter(({ value }) => value !== "NULL");
  return [...known.filter(({ name }) => MATTERS.test(name)), ...known.filter(({ name }) => !MATTERS.test(name))].slice(0, MOST_VALUES);
}

function Answer({ answer: { rows, changed, values, error } }: { answer: LabAnswer }) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  const count = error !== undefined ? error : rows !== undefined ? t("step.rows", { count: rows, shown: formatCount(rows, lang) }) : changed ? t("step.changed", { count: changed, shown: formatCount(changed, lang) }) : undefined;
  if (count === undefined) return null;
  return (
    <div className={classes.answer}>
      <Text size="sm" fw={600}>
        {count}
      </Text>
      {values.length > 0 && (
        <Text size="sm" ff="monospace" lang="en" className={classes.values}>
          {chosen(values)
            .map(({ name, value }) => `${name} = ${value}`)
            .join(", ")}
          {values.length > MOST_VALUES && ", …"}
        </Text>
      )}
    </div>
  );
}
