// A chart and, one press behind it, the table of its figures; the table can be taken along to a spreadsheet.
import { Button, Group, SegmentedControl } from "@mantine/core";
import { Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { toastSuccess } from "@/shared/toast";
import { FiguresTable } from "./FiguresTable";
import { type Column, toClipboard } from "./rows";

interface ChartPanelProps<T> {
  title: string;
  remark?: ReactNode;
  /** The chart; told how tall it may be by whoever makes it. */
  chart: ReactNode;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string | number;
  /** Stands before the switch: how the figures are gathered. */
  choice?: ReactNode;
}

export function ChartPanel<T>({ title, remark, chart, columns, rows, keyOf, choice }: ChartPanelProps<T>) {
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
          {look === "table" && <CopyButton columns={columns} rows={rows} />}
          {choice}
          <SegmentedControl size="xs" aria-label={t("look")} data={looks} value={look} onChange={setLook} />
        </Group>
      }
    >
      {look === "chart" ? chart : <FiguresTable caption={title} columns={columns} rows={rows} keyOf={keyOf} maxHeight={420} />}
    </TitledPanel>
  );
}

export function CopyButton<T>({ columns, rows }: { columns: readonly Column<T>[]; rows: readonly T[] }) {
  const { t } = useTranslation("adminCharts");
  const [failed, setFailed] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(toClipboard(rows, columns)).then(
      () => {
        setFailed(false);
        toastSuccess(t("copied", { count: rows.length }));
      },
      () => setFailed(true),
    );
  return (
    <Button size="compact-sm" variant="default" leftSection={<Copy size={14} aria-hidden />} onClick={copy}>
      {t(failed ? "copyFailed" : "copy")}
    </Button>
  );
}
