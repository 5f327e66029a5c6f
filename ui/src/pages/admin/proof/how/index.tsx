// What the tests of the program have shown when it was built: for each goal the figures of the last runs.
import { SimpleGrid, Stack, Text } from "@mantine/core";
import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { gatherGoals, type GoalKey, RUNS, SIZES } from "@/features/admin-system/proofRuns";
import { BackLink } from "@/shared/components/BackLink";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { GoalCard } from "./GoalCard";
import { RunPanel } from "./RunPanel";

export default function HowWeKnowPage() {
  const { t } = useTranslation("adminProof");
  const goals = gatherGoals(RUNS, Object.keys(t("how.goal", { returnObjects: true })) as GoalKey[]);
  return (
    <>
      <BackLink to="/admin/proof" label={t("how.back")} />
      <PageHeading title={t("how.title")} />
      <Stack gap="md">
        <Text maw="70ch">{t("how.intro")}</Text>
        {goals.length === 0 ? (
          <EmptyState icon={FlaskConical} title={t("how.none")} />
        ) : (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
              {SIZES.map((size) => (
                <RunPanel key={size} size={size} run={RUNS[size]} />
              ))}
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
              {goals.map((goal) => (
                <GoalCard key={goal.key} goal={goal} />
              ))}
            </SimpleGrid>
          </>
        )}
      </Stack>
    </>
  );
}
