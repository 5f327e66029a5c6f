// Tables for spreadsheets, as files: read in whichever encoding the spreadsheet wrote, written part by part.
import { call } from "@/ipc/call";

/** The table's text. Korean spreadsheets still write EUC-KR unless told otherwise; the shop takes UTF-8. */
export async function readCsv(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("euc-kr").decode(bytes);
  }
}

/** All products as one file. */
export async function exportCsv(): Promise<Blob> {
  const parts: string[] = [];
  let cursor: string | undefined;
  do {
    const part = await call("export_products", { cursor });
    parts.push(part.csv);
    cursor = part.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}
