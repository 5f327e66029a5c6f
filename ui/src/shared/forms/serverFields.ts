// INVALID_INPUT names the fields that the shop refused; this puts them where they were typed.
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { hasCode } from "@/ipc/errors";

/**
 * Marks the refused fields of a form; answers whether any of them is on it, so that a refusal of
 * something else is still said elsewhere. A path such as `shippingAddress.zipCode` counts as its last part.
 */
export function showRefusedFields<T extends FieldValues>(error: unknown, form: UseFormReturn<T>): boolean {
  const known = new Set(Object.keys(form.getValues()));
  const refused = refusedFields(error).filter((name) => known.has(name));
  for (const name of refused) form.setError(name as FieldPath<T>, { message: "refused" }, { shouldFocus: true });
  return refused.length > 0;
}

function refusedFields(error: unknown): string[] {
  if (!hasCode(error, "INVALID_INPUT")) return [];
  const { fields } = error.details;
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null || !("field" in entry)) return [];
    return typeof entry.field === "string" ? [entry.field.split(".").at(-1) ?? ""] : [];
  });
}
