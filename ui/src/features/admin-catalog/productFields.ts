// The fields of a product as they are typed, and their conversion from a product and into a request.
import { z } from "zod";
import type { AdminProduct, CreateProduct, EditedProductState, ProductSale, UpdateProduct } from "@/ipc/generated/operations";
import { optionalText, text } from "@/shared/forms/rules";
import { htmlOf, isPlain, textOf } from "@/shared/richText/plainText";
import { isWhole, MOST_WON } from "./numbers";
import { newOption, optionRow, rowOf } from "./optionRows";

export const EDITED_STATES = ["NORMAL", "OUT_OF_STOCK", "DISCONTINUED"] as const satisfies readonly EditedProductState[];

/** An emptied number field holds an empty text. */
const amount = z.union([z.number(), z.literal("")], "number");
const isPrice = (typed: unknown) => isWhole(typed, 0, MOST_WON);
const stock = amount.refine((typed) => isWhole(typed, 0, 1_000_000_000), "range");

export const productFields = z
  .object({
    name: text(100),
    nameEn: optionalText(100),
    /** Also of a description that is plain text in the shop. */
    descriptionHtml: z.string().refine((html) => html.length <= 20_000 && textOf(html).length <= 5000, "tooLong"),
    descriptionEn: optionalText(5000),
    category: text(50),
    price: amount,
    stock,
    sku: optionalText(64),
    barcode: optionalText(64),
    /** Empty for the shop's. */
    lowStockThreshold: amount.refine((typed) => typed === "" || isWhole(typed, 0, 100), "range"),
    limitedQuantity: amount.refine((typed) => typed === "" || isWhole(typed, 1, 1_000_000), "range"),
    state: z.enum(EDITED_STATES),
    hasSale: z.boolean(),
    saleRate: amount,
    saleBegins: z.string(),
    saleEnds: z.string(),
    options: z.array(optionRow),
  })
  .superRefine((typed, context) => {
    const refuse = (path: keyof ProductFields, message: string) => context.addIssue({ code: "custom", path: [path], message });
    // A product with options has no price of its own.
    if (typed.options.length === 0 && !isPrice(typed.price)) refuse("price", "range");
    if (!typed.hasSale) return;
    if (!isWhole(typed.saleRate, 1, 90)) refuse("saleRate", "range");
    if (typed.saleBegins === "") refuse("saleBegins", "required");
    if (typed.saleEnds === "") refuse("saleEnds", "required");
    else if (typed.saleEnds <= typed.saleBegins) refuse("saleEnds", "endsBeforeBegin");
  });

export type ProductFields = z.infer<typeof productFields>;

export const BLANK: ProductFields = {
  name: "", nameEn: "", descriptionHtml: "", descriptionEn: "", category: "", price: "", stock: 0, limitedQuantity: "", sku: "", barcode: "", lowStockThreshold: "", state: "NORMAL",
  hasSale: false, saleRate: 10, saleBegins: "", saleEnds: "", options: [],
};

/** Options and stock have operations of their own once there is a product; a deleted one cannot be edited. */
export function fieldsOf(product: AdminProduct): ProductFields {
  const { sale } = product;
  return {
    ...BLANK,
    name: product.name,
    nameEn: product.nameEn ?? "",
    descriptionHtml: product.descriptionHtml ?? htmlOf(product.description),
    descriptionEn: product.descriptionEn ?? "",
    category: product.category,
    price: product.basePrice,
    limitedQuantity: product.limitedQuantity ?? "",
    sku: product.sku ?? "",
    barcode: product.barcode ?? "",
    lowStockThreshold: product.lowStockThreshold ?? "",
    state: product.state === "DELETED" ? "NORMAL" : product.state,
    hasSale: sale !== undefined && sale !== null,
    saleRate: sale?.rate ?? BLANK.saleRate,
    saleBegins: localTime(sale?.beginsAt),
    saleEnds: localTime(sale?.endsAt),
  };
}

/** A new product like this one. Its stock is counted anew, a sale has its time, and its codes are its own. */
export function copyOf(product: AdminProduct, name: string): ProductFields {
  const options = product.options.filter(({ state }) => state !== "DELETED").map((option) => ({ ...rowOf(option), id: undefined, stock: 0, sku: undefined, barcode: undefined, state: "NORMAL" as const }));
  return { ...fieldsOf(product), name, sku: "", barcode: "", state: BLANK.state, hasSale: false, saleRate: BLANK.saleRate, saleBegins: "", saleEnds: "", options };
}

export type RequiredField = "name" | "category" | "price" | "options";

/** The fields without which there is no product, as far as they are empty, in the order of the form. */
export function missingFields({ name, category, price, options }: Pick<ProductFields, RequiredField>): RequiredField[] {
  const isEmpty: Record<RequiredField, boolean> = {
    name: name.trim() === "",
    category: category.trim() === "",
    price: options.length === 0 && price === "",
    options: options.some((option) => option.name.trim() === "" || option.price === "" || option.stock === ""),
  };
  return (["name", "category", "price", "options"] as const).filter((field) => isEmpty[field]);
}

/** Whether two sets of fields ask for the same product. */
export function sameFields(one: ProductFields, other: ProductFields): boolean {
  return JSON.stringify(textsOf(one)) === JSON.stringify(textsOf(other)) && one.state === other.state;
}

export function createRequest(typed: ProductFields): CreateProduct {
  const options = typed.options.map(newOption);
  const price = options.length > 0 ? Math.min(...options.map((option) => option.price)) : Number(typed.price);
  return { ...textsOf(typed), price, stock: options.length > 0 ? 0 : Number(typed.stock), options: options.length > 0 ? options : undefined };
}

/**
 * `seen` is the product which the edit was made of. A row of a list has no HTML: what is sent of it leaves the HTML alone, for
 * it has the same text.
 */
export function updateRequest(typed: ProductFields, seen: Pick<AdminProduct, "id" | "updatedAt" | "descriptionHtml">): UpdateProduct {
  const texts = textsOf(typed);
  const descriptionHtml = "descriptionHtml" in texts ? texts.descriptionHtml : (seen.descriptionHtml === undefined ? undefined : "");
  return { id: seen.id, updatedAt: seen.updatedAt, ...texts, descriptionHtml, state: typed.state };
}

function textsOf(typed: ProductFields) {
  return {
    name: typed.name,
    nameEn: typed.nameEn || undefined,
    ...(isPlain(typed.descriptionHtml) ? { description: textOf(typed.descriptionHtml) } : { descriptionHtml: typed.descriptionHtml }),
    descriptionEn: typed.descriptionEn || undefined,
    category: typed.category,
    price: Number(typed.price),
    limitedQuantity: typed.limitedQuantity === "" ? undefined : typed.limitedQuantity,
    sku: typed.sku.trim() || undefined,
    barcode: typed.barcode.trim() || undefined,
    lowStockThreshold: typed.lowStockThreshold === "" ? undefined : typed.lowStockThreshold,
    sale: saleOf(typed),
  };
}

function saleOf(typed: ProductFields): ProductSale | undefined {
  if (!typed.hasSale) return undefined;
  return { rate: Number(typed.saleRate), beginsAt: instant(typed.saleBegins), endsAt: instant(typed.saleEnds) };
}

/** What a date-and-time field holds, in this machine's zone: "2026-03-05T14:30", with seconds only where there are some. */
export function localTime(at: string | undefined): string {
  if (at === undefined) return "";
  const date = new Date(at);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString();
  return date.getUTCSeconds() === 0 && date.getUTCMilliseconds() === 0 ? local.slice(0, 16) : local.slice(0, 23);
}

function instant(local: string): string {
  return new Date(local).toISOString();
}
