// The stock level after an adjustment, shown before it is sent; the shop decides it under its own lock.
import type { AdjustmentType, AdminProduct } from "@/ipc/generated/operations";

export const ADJUSTMENTS = ["INCREASE", "DECREASE", "SET"] as const satisfies readonly AdjustmentType[];

/** Undefined where nothing sensible was typed. */
export function levelAfter(before: number, kind: AdjustmentType, quantity: number | ""): number | undefined {
  if (quantity === "") return undefined;
  if (kind === "SET") return quantity;
  return kind === "INCREASE" ? before + quantity : before - quantity;
}

/** The level that is adjusted: an option's where one is named, the product's own otherwise. */
export function levelOf(product: AdminProduct, optionId: number | undefined): number {
  if (optionId === undefined) return product.availableQuantity;
  return product.options.find(({ id }) => id === optionId)?.availableQuantity ?? 0;
}
