// Saves a table as a file, in the format that is chosen. What takes longer than a second says how far it has come, and a second press stops it.
import { Button, Loader, Menu, VisuallyHidden } from "@mantine/core";
import { Download, Square } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { RequestOf } from "@/ipc/call";
import { type ExportName, useCsvExport } from "@/shared/hooks/useCsvExport";
import { useLang } from "@/shared/hooks/useLang";
import { useLasting } from "@/shared/hooks/useLasting";
import { formatCount } from "@/shared/text/format";

interface ExportButtonProps<K extends ExportName> {
  operation: K;
  request: RequestOf<K>;
  /** Name of the file, without day and ending. */
  file: string;
  /** Rows there will be, where that is known. */
  of?: number;
  /** The words on the button, where they are other ones. */
  label?: string;
}

export function ExportButton<K extends ExportName>({ operation, request, file, of, label }: ExportButtonProps<K>) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const { pending, rows, run, stop } = useCsvExport(operation, request, file);
  const lasting = useLasting(pending, 1_000);
  const shown = formatCount(rows, lang);
  const words = of === undefined ? t("export.rows", { shown, count: rows }) : t("export.rowsOf", { shown, of: formatCount(of, lang) });
  return (
    <>
      {/* While a file is being made the button stops it, and has no menu. */}
      <Menu position="bottom-end" disabled={pending} withinPortal>
        <Menu.Target>
          <Button variant="subtle" color="gray" className="tabular" leftSection={<Sign pending={pending} lasting={lasting} />} aria-busy={pending} onClick={() => lasting && stop()}>
            {lasting ? t("export.stop", { rows: words }) : (label ?? t("export.label"))}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void run("XLSX")}>{t("export.xlsx")}</Menu.Item>
          <Menu.Item onClick={() => void run("CSV")}>{t("export.csv")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <VisuallyHidden role="status">{lasting && t("export.running")}</VisuallyHidden>
    </>
  );
}

function Sign({ pending, lasting }: { pending: boolean; lasting: boolean }) {
  if (lasting) return <Square size={16} aria-hidden />;
  return pending ? <Loader size={16} color="gray" aria-hidden /> : <Download size={18} aria-hidden />;
}
