// All runs of the crowd in one table, and the report of them.
import { Button, Table } from "@mantine/core";
import { FileDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Lab } from "@/features/admin-lab/useLab";
import type { LabOutcome } from "@/ipc/generated/operations";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatWon } from "@/shared/text/format";
import classes from "./lab.module.css";

export function Results({ lab }: { lab: Lab }) {
  const { t } = useTranslation("adminLab");
  const outcomes = lab.runs.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]));
  if (outcomes.length === 0) return null;
  const [first] = outcomes;
  return (
    <TitledPanel
      title={t("results")}
      remark={first && t("sameCrowd", { arrivals: first.arrivals })}
      aside={
        <Button variant="default" leftSection={<FileDown size={16} aria-hidden />} disabled={lab.running} onClick={() => void lab.save()}>
          {t("save")}
        </Button>
      }
    >
      {/* Focusable, so that the keyboard can scroll it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroller} tabIndex={0} role="region" aria-label={t("results")}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("column.guard")}</Table.Th>
              {COLUMNS.map(({ key }) => (
                <Table.Th key={key} ta="right">
                  {t(`column.${key}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {outcomes.map((outcome) => (
              <Row key={outcome.guard} outcome={outcome} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </TitledPanel>
  );
}

type Lang = ReturnType<typeof useLang>;

const COLUMNS = [
  { key: "granted", show: ({ granted }: LabOutcome, lang: Lang) => formatCount(granted, lang) },
  { key: "refused", show: ({ refused }: LabOutcome, lang: Lang) => formatCount(refused, lang) },
  { key: "oversold", show: ({ oversold }: LabOutcome, lang: Lang) => formatCount(oversold, lang) },
  { key: "cost", show: ({ oversoldWon }: LabOutcome, lang: Lang) => formatWon(oversoldWon, lang) },
  { key: "inversions", show: ({ inversions }: LabOutcome, lang: Lang) => formatCount(inversions, lang) },
  { key: "retries", show: ({ retries }: LabOutcome, lang: Lang) => formatCount(retries, lang) },
  { key: "seconds", show: ({ seconds }: LabOutcome) => seconds.toFixed(2) },
  { key: "perSecond", show: ({ perSecond }: LabOutcome, lang: Lang) => formatCount(Math.round(perSecond), lang) },
  { key: "p99", show: ({ waits }: LabOutcome) => waits.p99Ms.toFixed(1) },
] as const;

function Row({ outcome }: { outcome: LabOutcome }) {
  const { t } = useTranslation("adminLab");
  const lang = useLang();
  return (
    <Table.Tr>
      <Table.Th scope="row">{t(`guard.${outcome.guard}`)}</Table.Th>
      {COLUMNS.map(({ key, show }) => (
        <Table.Td key={key} ta="right" className="tabular">
          {show(outcome, lang)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
