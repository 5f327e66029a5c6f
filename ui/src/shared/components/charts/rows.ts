// Rows of a small table: how they are sorted and exported.
import type { ReactNode } from "react";

export interface Column<T> {
  key: string;
  label: string;
  /** The value to sort and to copy; figures are aligned right. */
  value: (row: T) => string | number;
  /** How it looks, where that is more than the value. */
  show?: (row: T) => ReactNode;
  /** Left out on a telephone. */
  wide?: boolean;
}

export interface Sorting {
  key: string;
  down: boolean;
}

/** The rows in the wanted order; as they came without one, and equal ones as they came. */
export function sortRows<T>(rows: readonly T[], columns: readonly Column<T>[], sorting: Sorting | null): readonly T[] {
  const column = columns.find(({ key }) => key === sorting?.key);
  if (column === undefined || sorting === null) return rows;
  const sign = sorting.down ? -1 : 1;
  return [...rows].sort((one, other) => sign * compare(column.value(one), column.value(other)));
}

/** Text that a spreadsheet takes apart into cells when it is pasted. */
export function toClipboard<T>(rows: readonly T[], columns: readonly Column<T>[]): string {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ value }) => cell(value(row))))];
  return lines.map((line) => line.join("\t")).join("\n");
}

/** A CSV file's text. Korean spreadsheets know UTF-8 by its mark alone. */
export function toCsv<T>(rows: readonly T[], columns: readonly Column<T>[]): string {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ value }) => cell(value(row))))];
  return `\uFEFF${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "ko-KR");
}

/** Names come from users: one that begins like a formula must not become one in the spreadsheet. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const flat = value.replace(/[\t\r\n]+/g, " ");
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
