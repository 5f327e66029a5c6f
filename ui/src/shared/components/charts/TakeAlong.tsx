// Exports a table: to the clipboard, or as a CSV file.
import { Button, Group } from "@mantine/core";
import { Copy, Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "@/shared/saveFile";
import { toastSuccess } from "@/shared/toast";
import { type Column, toClipboard, toCsv } from "./rows";

interface TakeAlongProps<T> {
  /** Name of the file, without its ending. */
  file: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
}

export function TakeAlong<T>({ file, columns, rows }: TakeAlongProps<T>) {
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
  const save = () => saveFile(`${file}.csv`, new Blob([toCsv(rows, columns)], { type: "text/csv;charset=utf-8" }));
  return (
    <Group gap={6}>
      <Button size="compact-sm" variant="default" leftSection={<Copy size={14} aria-hidden />} onClick={copy}>
        {t(failed ? "copyFailed" : "copy")}
      </Button>
      <Button size="compact-sm" variant="default" leftSection={<Download size={14} aria-hidden />} onClick={save}>
        {t("csv")}
      </Button>
    </Group>
  );
}
