// A table as a spreadsheet wrote it, in whichever encoding that was.

/** The table's text. Korean spreadsheets still write EUC-KR unless told otherwise; the shop takes UTF-8. */
export async function readCsv(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("euc-kr").decode(bytes);
  }
}
