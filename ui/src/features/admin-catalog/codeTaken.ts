// A code that another product or option bears: the field that states it, and the words below it.
import type { TFunction } from "i18next";
import type { UseFormReturn } from "react-hook-form";
import type { ShopError } from "@/ipc/errors";
import type { ProductFields } from "./productFields";

interface TakenCode {
  field: "sku" | "barcode";
  code: string;
  productName: string;
  isOfOption: boolean;
}

/** Undefined for any other refusal. */
export function takenCode(error: ShopError | null): TakenCode | undefined {
  if (error?.code !== "CONFLICT" || !("codeKind" in error.details)) return undefined;
  const { codeKind, code, productName, productOptionId } = error.details;
  return { field: codeKind === "SKU" ? "sku" : "barcode", code, productName, isOfOption: productOptionId !== undefined };
}

export function takenWords(error: ShopError | null, t: TFunction<"adminProducts">): string | undefined {
  const taken = takenCode(error);
  return taken && t(`form.taken.${taken.field}`, { code: taken.code, name: taken.productName });
}

/** Marks the field of the form that states the code; answers whether it has. */
export function showTakenCode(error: ShopError, form: UseFormReturn<ProductFields>, t: TFunction<"adminProducts">): boolean {
  const taken = takenCode(error);
  // Of a new product the code may be one of its options': then the refusal stands beside the button.
  if (taken === undefined || form.getValues(taken.field).trim().toLowerCase() !== taken.code.toLowerCase()) return false;
  form.setError(taken.field, { type: "taken", message: takenWords(error, t) ?? "" }, { shouldFocus: true });
  return true;
}
