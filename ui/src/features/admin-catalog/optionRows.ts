// The rows of the options grid: an option as it is typed, and what of it the shop is asked for.
import { z } from "zod";
import type { AddProductOption, AdminProduct, AdminProductOption, CreateProductOption, OwnStock, ProductOptionState, UpdateProductOption } from "@/ipc/generated/operations";
import { optionalText, text } from "@/shared/forms/rules";
import { isWhole, MOST_WON } from "./numbers";

export const MOST_OPTIONS = 100;
export const OPTION_STATES = ["NORMAL", "DISCONTINUED", "DELETED"] as const satisfies readonly ProductOptionState[];

/** An emptied number field holds an empty text. */
const amount = z.union([z.number(), z.literal("")], "number");

export const optionRow = z.object({
  /** Of an option that the shop has. */
  id: z.number().optional(),
  name: text(100),
  nameEn: optionalText(100),
  price: amount.refine((typed) => isWhole(typed, 0, MOST_WON), "range"),
  /** Units to begin with; of an option that the shop has they are changed elsewhere. */
  stock: amount.refine((typed) => isWhole(typed, 0, 1_000_000_000), "range"),
  sku: optionalText(64).optional(),
  barcode: optionalText(64).optional(),
  state: z.enum(OPTION_STATES),
});

export type OptionRow = z.infer<typeof optionRow>;
/** The cells that are typed in, in the order of the columns; the codes are below the names. */
export const CELLS = ["name", "nameEn", "price", "stock", "sku", "barcode"] as const satisfies readonly (keyof OptionRow)[];
export type OptionCell = (typeof CELLS)[number];
/** Why a cell was refused, by the place of its row. */
export type RowFaults = readonly (Partial<Record<OptionCell, { message?: string }>> | undefined)[];

export function blankRow(price: number | ""): OptionRow {
  return { name: "", nameEn: "", price, stock: 0, state: "NORMAL" };
}

export function rowOf(option: AdminProductOption): OptionRow {
  return { id: option.id, name: option.name, nameEn: option.nameEn ?? "", price: option.basePrice, stock: option.availableQuantity, sku: option.sku ?? "", barcode: option.barcode ?? "", state: option.state };
}

export function rowsOf(product: AdminProduct): OptionRow[] {
  return product.options.map(rowOf);
}

/** Whether both ask for the same option; stock of an option that the shop has counts for nothing. */
export function sameRow(one: OptionRow, other: OptionRow): boolean {
  return one.id === other.id && one.state === other.state && JSON.stringify(textsOf(one)) === JSON.stringify(textsOf(other));
}

export function faultsOf(rows: readonly OptionRow[]): RowFaults {
  return rows.map((row) => {
    const parsed = optionRow.safeParse(row);
    if (parsed.success || row.state === "DELETED") return undefined;
    return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), { message }]));
  });
}

export function newOption(row: OptionRow): CreateProductOption {
  return { ...textsOf(row), stock: Number(row.stock) };
}

/** `ownStock` is what becomes of the stock of a product that has no options yet. */
export function addRequest(row: OptionRow, id: number, ownStock?: OwnStock): AddProductOption {
  return { id, ...newOption(row), ownStock };
}

export function updateOptionRequest(row: OptionRow & { id: number }, { id, updatedAt }: Pick<AdminProduct, "id" | "updatedAt">): UpdateProductOption {
  return { id, optionId: row.id, updatedAt, ...textsOf(row), state: row.state };
}

function textsOf(row: OptionRow) {
  return { name: row.name.trim(), nameEn: row.nameEn.trim() || undefined, price: Number(row.price), sku: row.sku?.trim() || undefined, barcode: row.barcode?.trim() || undefined };
}
