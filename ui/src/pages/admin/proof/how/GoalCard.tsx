// One goal: what is shown, and for each run its figure, what it had to reach, and the bugs that it caught.
import { Group, Text, Title } from "@mantine/core";
import { CircleCheck, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Goal, isReached, type Report, type Size, SIZES } from "@/features/admin-system/proofRuns";
import { Facts } from "@/shared/components/Facts";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import classes from "../proof.module.css";

export function GoalCard({ goal: { key, reports } }: { goal: Goal }) {
  const { t } = useTranslation("adminProof");
  const holds = Object.values(reports).every(isReached);
  const Icon = holds ? CircleCheck : CircleX;
  const title = t(`how.goal.${key}.title`);
  return (
    <section className={classes.card} data-holds={holds} aria-label={title}>
      <Group justify="space-between" wrap="nowrap" align="start" mb={6}>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text span fw={600} size="sm" className={classes.state}>
          <Icon size={18} aria-hidden />
          {t(holds ? "how.passed" : "how.failed")}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`how.goal.${key}.text`)}
      </Text>
      <Facts facts={SIZES.flatMap((size) => rowsOf(size, reports[size]))} />
    </section>
  );

  function rowsOf(size: Size, report: Report | undefined) {
    return report === undefined ? [] : [{ label: t(`how.${size}`), value: <Figure goal={key} report={report} /> }];
  }
}

function Figure({ goal, report: { figure, reach, planted, caught } }: { goal: Goal["key"]; report: Report }) {
  const { t } = useTranslation("adminProof");
  const lang = useLang();
  return (
    <>
      <Text span fw={600} size="sm" display="block">
        {t(`how.goal.${goal}.figure`, { shown: formatCount(figure, lang) })}
      </Text>
      <Text span size="xs" c="dimmed" display="block">
        {t("how.reach", { shown: formatCount(reach, lang) })}
      </Text>
      <Text span size="xs" c="dimmed" display="block">
        {t("how.planted")}: {t("how.caught", { planted: formatCount(planted, lang), caught: formatCount(caught, lang) })}
      </Text>
    </>
  );
}
