// Which column of a file becomes which field of a product, as it is edited: a choice for each field, and back to the request.
import type { ShopError } from "@/ipc/errors";
import type { CsvColumn, CsvTable } from "@/ipc/generated/operations";

/** The fields that another shop's file can fill, in the order in which they are shown. */
const FIELDS = ["name", "category", "price", "stock", "description", "nameEn", "descriptionEn", "sku", "barcode", "limitedQuantity"] as const;
/** The fields that only a table of this shop has. */
const OWN_FIELDS = ["id", "state", "saleRate", "saleBeginsAt", "saleEndsAt", "option", "options", "updatedAt", "exportedStock"] as const;

export type MappedField = (typeof FIELDS)[number] | (typeof OWN_FIELDS)[number];

/** Without these no product can be made. */
export const NEEDED: readonly MappedField[] = ["name", "category", "price"];

/** What is known of a file whose columns can be mapped. */
export interface MappedFile {
  headers: readonly string[];
  columns: readonly CsvColumn[];
  source: CsvTable["source"];
  isRemembered: boolean;
}

export interface Choice {
  from: string;
  ifEmpty: string;
}

export type Choices = Partial<Record<MappedField, Choice>>;

/** A file of another shop has no ids of this one. */
export function fieldsFor(source: CsvTable["source"]): readonly MappedField[] {
  return source === "OTHER" || source === "JANGTEO" ? [...FIELDS, ...OWN_FIELDS] : FIELDS;
}

export function choicesOf({ columns, source }: MappedFile): Choices {
  const fields = fieldsFor(source);
  const known = columns.filter(({ column }) => fields.some((field) => field === column));
  return Object.fromEntries(known.map(({ column, from, ifEmpty }) => [column, { from: from ?? "", ifEmpty: ifEmpty ?? "" }]));
}

export function columnsOf(choices: Choices): CsvColumn[] {
  const chosen = Object.entries(choices).filter(([, { from, ifEmpty }]) => from !== "" || ifEmpty.trim() !== "");
  return chosen.map(([column, { from, ifEmpty }]) => ({ column, from: from || undefined, ifEmpty: ifEmpty.trim() || undefined }));
}

/** Whether products can be made, or changed by their ids. */
export function isEnough(choices: Choices): boolean {
  const has = (field: MappedField) => choices[field] !== undefined && (choices[field].from !== "" || choices[field].ifEmpty.trim() !== "");
  return has("id") || NEEDED.every(has);
}

/** The file behind a refusal that names unknown columns. */
export function refusedFile(error: ShopError | null): MappedFile | undefined {
  if (error?.code !== "INVALID_INPUT") return undefined;
  const { headers, columns } = error.details;
  return headers === undefined || columns === undefined ? undefined : { headers, columns, source: "OTHER", isRemembered: false };
}
