// Saves a table as a file. What takes longer than a second says how far it has come, and a second press stops it.
import { Button, Loader, VisuallyHidden } from "@mantine/core";
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
}

export function ExportButton<K extends ExportName>({ operation, request, file, of }: ExportButtonProps<K>) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const { pending, rows, run, stop } = useCsvExport(operation, request, file);
  const lasting = useLasting(pending, 1_000);
  const shown = formatCount(rows, lang);
  const words = of === undefined ? t("export.rows", { shown, count: rows }) : t("export.rowsOf", { shown, of: formatCount(of, lang) });
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        className="tabular"
        leftSection={<Sign pending={pending} lasting={lasting} />}
        aria-busy={pending}
        onClick={() => {
          // A double click must not stop the export that it started.
          if (lasting) stop();
          else if (!pending) void run();
        }}
      >
        {lasting ? t("export.stop", { rows: words }) : t("export.label")}
      </Button>
      <VisuallyHidden role="status">{lasting && t("export.running")}</VisuallyHidden>
    </>
  );
}

function Sign({ pending, lasting }: { pending: boolean; lasting: boolean }) {
  if (lasting) return <Square size={16} aria-hidden />;
  return pending ? <Loader size={16} color="gray" aria-hidden /> : <Download size={18} aria-hidden />;
}
