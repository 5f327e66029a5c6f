// The changes of an action: the fields that differ between before and after, of those that users set.
import type { AuditTarget } from "@/ipc/generated/operations";

export interface Change {
  field: string;
  /** Undefined where there was nothing. */
  before?: unknown;
  after?: unknown;
}

/** Recorded with every change, and no change by themselves. */
const ALWAYS_UNTOLD = ["createdAt", "updatedAt"];

/** Derived from other fields, or shown elsewhere. */
const UNTOLD: Readonly<Record<string, readonly string[] | undefined>> = {
  product: ["id", "price", "onSale", "status", "lowStock", "soldQuantity", "popularity"],
  coupon: ["id", "issuedQuantity", "remainingQuantity", "usedQuantity", "owned"],
  settings: ["exists"],
  shop: ["state", "verifiedAt", "schemaVersion", "lastOrderNumber"],
} satisfies Partial<Record<AuditTarget, readonly string[]>>;

/** Parts that the form shows as fields of their own. */
const PARTS = ["alerts", "contents", "restored"];

/** The differing fields; all of them where a record was created or deleted. `target` is the kind of record. */
export function changesOf(before: unknown, after: unknown, target = ""): Change[] {
  const [old, next] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  const untold = new Set([...ALWAYS_UNTOLD, ...(UNTOLD[target] ?? [])]);
  return fields
    .filter((field) => !untold.has(field) && !same(old[field], next[field]))
    .map((field) => ({ field, before: old[field], after: next[field] }));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) return { value };
  const opened = Object.entries(value).map(([field, held]: [string, unknown]) =>
    PARTS.includes(field) && typeof held === "object" && held !== null ? held : { [field]: held },
  );
  return Object.assign({}, ...opened) as Readonly<Record<string, unknown>>;
}

/** None, null and nothing written mean the same to a reader. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}

/** Empty lists and texts say as much as none. */
function told(value: unknown): unknown {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? null : value;
}
