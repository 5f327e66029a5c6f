// What an act changed: the fields that differ between before and after, as text for people.
import { formatCount, formatDateTime, type Lang } from "@/shared/text/format";

export interface Change {
  field: string;
  /** Undefined where there was nothing. */
  before?: unknown;
  after?: unknown;
}

/** Written down with every change, and no news by themselves. */
const UNTOLD = new Set(["updatedAt", "createdAt"]);

/** The differing fields; all of them where a thing is new or gone. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [old, next] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return fields
    .filter((field) => !UNTOLD.has(field) && !same(old[field], next[field]))
    .map((field) => ({ field, before: old[field], after: next[field] }));
}

/** A value in a line; undefined for none. */
export function valueText(value: unknown, lang: Lang): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "number") return formatCount(value, lang);
  if (typeof value !== "string") return JSON.stringify(value);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? formatDateTime(value, lang) : value;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) return { value };
  const { alerts, ...fields } = value as Readonly<Record<string, unknown>>;
  // A part of the settings that people know as settings of their own.
  return typeof alerts === "object" ? { ...fields, ...alerts } : (value as Readonly<Record<string, unknown>>);
}

/** None, null and nothing written are the same to whoever reads them. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
