// A chart and, behind a switch, the table of its figures, which can be copied or downloaded.
import { Group, SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { FiguresTable } from "./FiguresTable";
import type { Column } from "./rows";
import { TakeAlong } from "./TakeAlong";

interface ChartPanelProps<T> {
  title: string;
  /** Name of the file that the table is saved as, without its ending. */
  file: string;
  remark?: ReactNode;
  /** The chart; its caller decides how tall it may be. */
  chart: ReactNode;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string | number;
  /** Stands before the switch: how the figures are gathered. */
  choice?: ReactNode;
}

export function ChartPanel<T>({ title, file, remark, chart, columns, rows, keyOf, choice }: ChartPanelProps<T>) {
  const { t } = useTranslation("adminCharts");
  const [look, setLook] = useState<"chart" | "table">("chart");
  const looks = [
    { value: "chart" as const, label: t("chart") },
    { value: "table" as const, label: t("table") },
  ];
  return (
    <TitledPanel
      title={title}
      remark={remark}
      aside={
        <Group gap="xs">
          {look === "table" && <TakeAlong file={file} columns={columns} rows={rows} />}
          {choice}
          <SegmentedControl size="xs" aria-label={t("look")} data={looks} value={look} onChange={setLook} />
        </Group>
      }
    >
      {look === "chart" ? chart : <FiguresTable caption={title} columns={columns} rows={rows} keyOf={keyOf} maxHeight={420} />}
    </TitledPanel>
  );
}
