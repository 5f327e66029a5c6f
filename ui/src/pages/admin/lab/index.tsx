// The Lab: a crowd under four guards, a race of two, a killed process and a failed payment, on scratch shops. It runs in the
// desktop app; a browser says where.
import { SegmentedControl, Stack, Text } from "@mantine/core";
import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useLab } from "@/features/admin-lab/useLab";
import { type LabView, viewOf, VIEWS } from "@/features/admin-lab/views";
import { host } from "@/ipc/host";
import { EmptyState } from "@/shared/components/EmptyState";
import { PageHeading } from "@/shared/components/PageHeading";
import { CrowdForm } from "./CrowdForm";
import { DemoFault, PaymentView } from "./PaymentView";
import { PlugView } from "./PlugView";
import { RaceView } from "./RaceView";
import { Results } from "./Results";
import { RunCard } from "./RunCard";
import { RunFigures } from "./RunFigures";
import classes from "./lab.module.css";

export default function LabPage() {
  const { t } = useTranslation("adminLab");
  if (host() === "window") return <Bench />;
  return (
    <>
      <PageHeading title={t("title")} />
      <Stack gap="md">
        <EmptyState icon={FlaskConical} title={t("elsewhere.title")} description={t("elsewhere.text")} />
        <DemoFault />
      </Stack>
    </>
  );
}

const SHOWN: Record<LabView, () => React.ReactNode> = { crowd: CrowdView, race: RaceView, plug: PlugView, payment: PaymentParts };

/** A part that was opened stays as it is while another is shown. */
function Bench() {
  const { t } = useTranslation("adminLab");
  const [params, setParams] = useSearchParams();
  const view = viewOf(params);
  const [opened, setOpened] = useState<readonly LabView[]>([view]);
  if (!opened.includes(view)) setOpened([...opened, view]);
  const looks = VIEWS.map((value) => ({ value, label: t(`view.${value}`) }));
  const change = (next: string) => setParams(next === "crowd" ? {} : { view: next }, { replace: true });
  return (
    <>
      <PageHeading title={t("title")} aside={<SegmentedControl aria-label={t("views")} value={view} onChange={change} data={looks} className={classes.views} />} />
      {opened.map((each) => {
        const Shown = SHOWN[each];
        return (
          <div key={each} hidden={each !== view}>
            <Shown />
          </div>
        );
      })}
    </>
  );
}

function PaymentParts() {
  return (
    <Stack gap="md">
      <PaymentView />
      <DemoFault />
    </Stack>
  );
}

function CrowdView() {
  const { t } = useTranslation("adminLab");
  const lab = useLab();
  const { crowd } = lab;
  return (
    <Stack gap="md">
      <Text c="dimmed">{t("about")}</Text>
      <CrowdForm running={lab.running} start={lab.start} stop={lab.stop} />
      {crowd === undefined || lab.runs.length === 0 ? (
        <EmptyState icon={FlaskConical} title={t("empty.title")} description={t("empty.text")} />
      ) : (
        <>
          <div className={classes.runs}>
            {lab.runs.map((run) => (
              <RunCard key={run.guard} run={run} crowd={crowd} />
            ))}
          </div>
          <RunFigures runs={lab.runs} />
          <Results lab={lab} />
        </>
      )}
    </Stack>
  );
}
