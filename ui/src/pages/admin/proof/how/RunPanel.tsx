// When, where and of which version a run was made.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ProofRun, Size } from "@/features/admin-system/proofRuns";
import { Facts } from "@/shared/components/Facts";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatDay } from "@/shared/text/day";

export function RunPanel({ size, run }: { size: Size; run: ProofRun | undefined }) {
  const { t } = useTranslation("adminProof");
  const lang = useLang();
  return (
    <TitledPanel title={t(`how.${size}`)} hint={t(`how.${size}Hint`)}>
      {run === undefined ? (
        <Text size="sm" c="dimmed">
          {t("how.none")}
        </Text>
      ) : (
        <Facts
          facts={[
            { label: t("how.ran"), value: formatDay(run.date, lang) },
            { label: t("how.commit"), value: <code>{run.commit}</code> },
            { label: t("how.machine"), value: <span lang="en">{run.machine}</span> },
          ]}
        />
      )}
    </TitledPanel>
  );
}
