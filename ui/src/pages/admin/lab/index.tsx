// The Lab: the same crowd on a scratch shop under four guards. It runs in the desktop app; a browser says where.
import { Stack, Text } from "@mantine/core";
import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLab } from "@/features/admin-lab/useLab";
import { host } from "@/ipc/host";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { CrowdForm } from "./CrowdForm";
import { Results } from "./Results";
import { RunCard } from "./RunCard";
import classes from "./lab.module.css";

export default function LabPage() {
  const { t } = useTranslation("adminLab");
  return (
    <>
      <PageHeading title={t("title")} />
      {host() === "window" ? <Bench /> : <EmptyState icon={FlaskConical} title={t("elsewhere.title")} description={t("elsewhere.text")} />}
    </>
  );
}

function Bench() {
  const { t } = useTranslation("adminLab");
  const lab = useLab();
  const { crowd } = lab;
  return (
    <Stack gap="md">
      <Text c="dimmed">{t("about")}</Text>
      <CrowdForm lab={lab} />
      {crowd === undefined || lab.runs.length === 0 ? (
        <EmptyState icon={FlaskConical} title={t("empty.title")} description={t("empty.text")} />
      ) : (
        <>
          <div className={classes.runs}>
            {lab.runs.map((run) => (
              <RunCard key={run.guard} run={run} crowd={crowd} />
            ))}
          </div>
          <Results lab={lab} />
        </>
      )}
    </Stack>
  );
}
