// Taking a table in: what it would do is asked first, then it is done as a whole or not at all.
import { useEffect, useState } from "react";
import { subscribe } from "@/ipc/call";
import type { ShopError } from "@/ipc/errors";
import type { ImportedProducts } from "@/ipc/generated/operations";
import { useIdempotencyKey } from "@/shared/hooks/useIdempotencyKey";
import { useOperation } from "@/shared/hooks/useOperation";
import { keys } from "@/shared/queryKeys";
import { readCsv } from "./csvFile";

interface Table {
  name: string;
  csv: string;
}

export interface ImportProgress {
  done: number;
  total: number;
}

export interface ProductImport {
  table: Table | undefined;
  /** What the table would do, or did. */
  result: ImportedProducts | undefined;
  checking: boolean;
  importing: boolean;
  progress: ImportProgress | undefined;
  error: ShopError | null;
  choose: (file: File) => Promise<void>;
  perform: () => Promise<void>;
  startAnew: () => void;
}

export function useProductImport(): ProductImport {
  const [table, setTable] = useState<Table>();
  const [result, setResult] = useState<ImportedProducts>();
  const { key, renew } = useIdempotencyKey();
  const shown = { onSuccess: setResult, onError: () => true };
  const check = useOperation("import_products", shown);
  const take = useOperation("import_products", { ...shown, forgets: [keys.adminProducts, keys.products, keys.categories] });
  const progress = useImportProgress(take.pending);

  const startAnew = () => {
    setTable(undefined);
    setResult(undefined);
    check.reset();
    take.reset();
    renew();
  };
  const choose = async (file: File) => {
    startAnew();
    const csv = await readCsv(file);
    setTable({ name: file.name, csv });
    await check.run({ csv, dryRun: true });
  };
  const perform = async () => {
    if (table !== undefined) await take.run({ csv: table.csv }, { idempotencyKey: key });
  };
  return { table, result, checking: check.pending, importing: take.pending, progress, error: take.error ?? check.error, choose, perform, startAnew };
}

/** How far the import has come, as the shop tells while it runs. */
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
      // Without events the import still runs; only its bar stands still.
      () => undefined,
    );
    return () => {
      over = true;
      stop?.();
    };
  }, [running]);
  return progress;
}
