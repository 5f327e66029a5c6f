// Where a table is dropped or chosen.
import { Button, FileButton, Text } from "@mantine/core";
import { FileSpreadsheet } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./admin-catalog.module.css";
import { useFileDrop } from "./useFileDrop";

interface CsvDropProps {
  onFile: (file: File) => void;
  pending: boolean;
}

export function CsvDrop({ onFile, pending }: CsvDropProps) {
  const { t } = useTranslation("adminProducts");
  const drop = useFileDrop(onFile, pending);
  return (
    <div className={classes.drop} data-tall {...drop}>
      <FileSpreadsheet size={36} strokeWidth={1.5} aria-hidden />
      <div>
        <Text fw={600}>{t("csv.drop")}</Text>
        <Text size="sm" c="dimmed">
          {t("csv.dropHint")}
        </Text>
      </div>
      <FileButton accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" onChange={(file) => file && onFile(file)} disabled={pending}>
        {(button) => (
          <Button {...button} variant="default" loading={pending}>
            {t("csv.choose")}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
