// Saves a table that the shop sends, as CSV in parts and as XLSX whole; one export at a time, which can be stopped.
import { useEffect, useRef, useState } from "react";
import { call, type RequestOf } from "@/ipc/call";
import type { TableFormat } from "@/ipc/generated/operations";
import { ok, type Result } from "@/ipc/result";
import { saveFile } from "@/shared/saveFile";
import { dayOf } from "@/shared/text/day";
import { toastError } from "@/shared/toast";

export type ExportName = "export_orders" | "export_products" | "export_parcels";

export interface CsvExport {
  pending: boolean;
  /** Rows that have come so far. */
  rows: number;
  run: (format: TableFormat) => Promise<void>;
  stop: () => void;
}

/** `file` is the file's name without the business day and ending, which it gets here. */
export function useCsvExport<K extends ExportName>(operation: K, request: RequestOf<K>, file: string): CsvExport {
  const running = useRef<AbortController>(undefined);
  const [rows, setRows] = useState<number>();
  // After the page is left the file is not needed.
  useEffect(() => () => running.current?.abort(), []);
  const run = async (format: TableFormat) => {
    if (running.current !== undefined) return;
    const own = new AbortController();
    running.current = own;
    setRows(0);
    const whole = await (format === "XLSX" ? workbook(operation, request, own.signal) : gather(operation, request, own.signal, setRows));
    running.current = undefined;
    setRows(undefined);
    if (own.signal.aborted || whole === undefined) return;
    if (whole.kind === "ok") saveFile(`${file}-${dayOf(new Date())}.${format.toLowerCase()}`, whole.value);
    else toastError(whole);
  };
  return { pending: rows !== undefined, rows: rows ?? 0, run, stop: () => running.current?.abort() };
}

/** The parts as one file; undefined when it was stopped. Each part becomes a blob at once, which the engine need not keep in memory. */
export async function gather<K extends ExportName>(
  operation: K,
  request: RequestOf<K>,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<Result<Blob> | undefined> {
  const parts: Blob[] = [];
  let rows = 0;
  let cursor: string | undefined;
  do {
    const part = await call(operation, { ...request, cursor });
    if (part.kind !== "ok") return part;
    parts.push(new Blob([part.value.csv]));
    rows += part.value.rows;
    onRows(rows);
    cursor = part.value.nextCursor ?? undefined;
  } while (cursor !== undefined && !signal.aborted);
  return signal.aborted ? undefined : ok(new Blob(parts, { type: "text/csv;charset=utf-8" }));
}

/** The workbook; undefined when it was stopped. */
async function workbook<K extends ExportName>(operation: K, request: RequestOf<K>, signal: AbortSignal): Promise<Result<Blob> | undefined> {
  const answer = await call(operation, { ...request, format: "XLSX" });
  if (answer.kind !== "ok") return answer;
  const bytes = Uint8Array.from(atob(answer.value.data ?? ""), (byte) => byte.charCodeAt(0));
  return signal.aborted ? undefined : ok(new Blob([bytes], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }));
}
