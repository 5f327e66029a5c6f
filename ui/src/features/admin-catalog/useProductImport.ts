// The import of a file: it is checked first, then imported as a whole or not at all. The shop gets the file as bytes,
// because only the shop decides on the encoding.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { subscribe } from "@/ipc/call";
import type { ShopError } from "@/ipc/errors";
import type { CsvColumn, ImportedProducts } from "@/ipc/generated/operations";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { toBase64 } from "@/shared/toBase64";

interface Table {
  name: string;
  data: string;
}

/** What the admin has chosen about the file. */
interface Choices {
  /** The column mapping, where it was changed. */
  columns: CsvColumn[] | undefined;
  setStock: boolean;
  /** The sheet of a workbook, where it is not the first. */
  sheet: string | undefined;
}

const NOTHING_CHOSEN: Choices = { columns: undefined, setStock: false, sheet: undefined };

export interface ImportProgress {
  done: number;
  total: number;
}

export interface ProductImport {
  table: Table | undefined;
  /** What the table would do, or did. */
  result: ImportedProducts | undefined;
  setsStock: boolean;
  checking: boolean;
  importing: boolean;
  progress: ImportProgress | undefined;
  error: ShopError | null;
  choose: (file: File) => Promise<void>;
  /** Checks again with another column mapping. */
  remap: (columns: CsvColumn[]) => Promise<void>;
  /** Checks again, with the stock set or left. */
  chooseStock: (setStock: boolean) => Promise<void>;
  /** Checks again another sheet of the workbook. */
  chooseSheet: (sheet: string) => Promise<void>;
  perform: () => Promise<void>;
  startOver: () => void;
}

export function useProductImport(): ProductImport {
  const { t } = useTranslation("adminProducts");
  const [table, setTable] = useState<Table>();
  const [result, setResult] = useState<ImportedProducts>();
  const [choices, setChoices] = useState(NOTHING_CHOSEN);
  const { key, renew } = useIdempotencyKey();
  const shown = { onSuccess: setResult, onError: () => true };
  const check = useOperation("import_products", shown);
  const take = useOperation("import_products", shown);
  const progress = useImportProgress(take.pending);

  const startOver = () => {
    setTable(undefined);
    setResult(undefined);
    setChoices(NOTHING_CHOSEN);
    check.reset();
    take.reset();
    renew();
  };
  const request = ({ data }: Table, { columns, setStock, sheet }: Choices) => ({ data, columns, setStock, sheet, stockReason: setStock ? t("csv.stock.reason") : undefined });
  const choose = async (file: File) => {
    startOver();
    const next = { name: file.name, data: await toBase64(file) };
    setTable(next);
    await check.run({ ...request(next, NOTHING_CHOSEN), dryRun: true });
  };
  const checkAgain = async (next: Choices) => {
    if (table === undefined) return;
    setChoices(next);
    take.reset();
    // Another request must not be answered with what an earlier one had done.
    renew();
    await check.run({ ...request(table, next), dryRun: true });
  };
  const perform = async () => {
    if (table !== undefined) await take.run(request(table, choices), { idempotencyKey: key });
  };
  return {
    table, result, setsStock: choices.setStock, checking: check.pending, importing: take.pending, progress, error: take.error ?? check.error, choose,
    remap: (columns) => checkAgain({ ...choices, columns }),
    chooseStock: (setStock) => checkAgain({ ...choices, setStock }),
    // Another sheet has other columns.
    chooseSheet: (sheet) => checkAgain({ ...choices, sheet, columns: undefined }),
    perform, startOver,
  };
}

/** The progress of the import, from the shop's events. */
function useImportProgress(running: boolean): ImportProgress | undefined {
  const [progress, setProgress] = useState<ImportProgress>();
  useEffect(() => {
    if (!running) return;
    setProgress(undefined);
    let over = false;
    let stop: (() => void) | undefined;
    subscribe((event) => {
      if (event.type === "importProgress") setProgress({ done: event.done, total: event.total });
    }).then(
      (unsubscribe) => {
        if (over) unsubscribe();
        else stop = unsubscribe;
      },
      // Without events the import still runs; only its bar does not move.
      () => undefined,
    );
    return () => {
      over = true;
      stop?.();
    };
  }, [running]);
  return progress;
}
