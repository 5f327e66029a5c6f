// What the presenter has chosen for a room, and what of it is missing or outside its bounds.
import type { OpenSaleRoom } from "@/ipc/generated/operations";

export type ObjectKind = "product" | "coupon";

/** A number field that is empty holds NaN. */
export interface Wanted {
  kind: ObjectKind;
  /** Of the product or the coupon. */
  id: string | null;
  optionId: string | null;
  quantity: number;
  startsInSeconds: number;
  sellingSeconds: number;
  points: number;
}

/** As one opens it in a meeting: time enough to scan, and one unit that all want. */
export const USUAL: Omit<Wanted, "kind"> = { id: null, optionId: null, quantity: 1, startsInSeconds: 60, sellingSeconds: 180, points: 1_000_000 };

export const BOUNDS = {
  quantity: { min: 1, max: 10_000 },
  startsInSeconds: { min: 10, max: 3_600 },
  sellingSeconds: { min: 10, max: 3_600 },
  points: { min: 1_000, max: 10_000_000 },
} as const;

export type Field = keyof typeof BOUNDS;

/** A coupon needs no points. */
export function fieldsOf({ kind }: Pick<Wanted, "kind">): Field[] {
  const all = Object.keys(BOUNDS) as Field[];
  return kind === "product" ? all : all.filter((field) => field !== "points");
}

/** The fields that are outside their bounds. */
export function faults(wanted: Wanted): Field[] {
  return fieldsOf(wanted).filter((field) => {
    const value = wanted[field];
    return !Number.isSafeInteger(value) || value < BOUNDS[field].min || value > BOUNDS[field].max;
  });
}

/** Undefined while something is missing. */
export function requestOf(wanted: Wanted, needsOption: boolean): OpenSaleRoom | undefined {
  const { kind, id, optionId, quantity, startsInSeconds, sellingSeconds, points } = wanted;
  if (id === null || faults(wanted).length > 0 || (needsOption && optionId === null)) return undefined;
  const times = { quantity, startsInSeconds, sellingSeconds };
  if (kind === "coupon") return { ...times, couponId: Number(id), points: 0 };
  return { ...times, productId: Number(id), points, ...(needsOption && { productOptionId: Number(optionId) }) };
}
