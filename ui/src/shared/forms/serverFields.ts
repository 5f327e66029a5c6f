// INVALID_INPUT names the fields that the shop refused; this puts them where they were typed.
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { ShopError } from "@/ipc/errors";

/**
 * Marks the refused fields of a form; answers whether any of them is on it, so that a refusal of
 * something else is still said elsewhere. A path such as `shippingAddress.zipCode` counts as its last part.
 */
export function showRefusedFields<T extends FieldValues>(error: ShopError, form: UseFormReturn<T>): boolean {
  const known = new Set(Object.keys(form.getValues()));
  const refused = refusedFields(error).filter((name) => known.has(name));
  for (const name of refused) form.setError(name as FieldPath<T>, { message: "refused" }, { shouldFocus: true });
  return refused.length > 0;
}

function refusedFields(error: ShopError): string[] {
  if (error.code !== "INVALID_INPUT") return [];
  return error.details.fields.map(({ field }) => field.split(".").at(-1) ?? "");
}
