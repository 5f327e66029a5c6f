// Where a table is dropped or chosen.
import { Button, FileButton, Text } from "@mantine/core";
import { FileSpreadsheet } from "lucide-react";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { toastDetail } from "@/shared/toast";
import classes from "./admin-catalog.module.css";

interface CsvDropProps {
  onFile: (file: File) => void;
  pending: boolean;
}

export function CsvDrop({ onFile, pending }: CsvDropProps) {
  const { t } = useTranslation("adminProducts");
  const [over, setOver] = useState(false);
  const take = (file: File | null | undefined) => {
    if (file && !pending) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    // What was dropped is no file, or the window could not read it.
    if (file === undefined) return toastDetail("bad", t("dropped.title"), t("dropped.text"));
    take(file);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(!pending);
  };
  return (
    <div className={classes.drop} data-takes-files data-over={over || undefined} data-tall onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
      <FileSpreadsheet size={36} strokeWidth={1.5} aria-hidden />
      <div>
        <Text fw={600}>{t("csv.drop")}</Text>
        <Text size="sm" c="dimmed">
          {t("csv.dropHint")}
        </Text>
      </div>
      <FileButton accept=".csv,text/csv" onChange={take} disabled={pending}>
        {(button) => (
          <Button {...button} variant="default" loading={pending}>
            {t("csv.choose")}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
