// INVALID_INPUT names the fields that the shop refused; this puts them where they were typed.
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { ShopError } from "@/ipc/errors";

/**
 * Marks the refused fields of a form; answers whether any of them is on it, so that a refusal of
 * something else is still said elsewhere. A path such as `shippingAddress.zipCode` counts as its last part, but one such as
 * `business.name` as `businessName` where the form has such a field.
 */
export function showRefusedFields<T extends FieldValues>(error: ShopError, form: UseFormReturn<T>): boolean {
  const known = new Set(Object.keys(form.getValues()));
  const refused = refusedFields(error)
    .map(([whole, last]) => (known.has(whole) ? whole : last))
    .filter((name) => known.has(name));
  for (const name of refused) form.setError(name as FieldPath<T>, { message: "refused" }, { shouldFocus: true });
  return refused.length > 0;
}

/** The path of each in one word, and its last part. */
function refusedFields(error: ShopError): [whole: string, last: string][] {
  if (error.code !== "INVALID_INPUT") return [];
  return error.details.fields.map(({ field }) => [field.replace(/\.(.)/g, (_, first: string) => first.toUpperCase()), field.split(".").at(-1) ?? ""]);
}
