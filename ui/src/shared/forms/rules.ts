// What a field accepts, as the contract says. A rule names its failure by a key of common.json's "field"
// texts, so that the words follow the language even while they are shown.
import { z } from "zod";

// zod would try to make code from text, which the window's policy refuses and reports as a breach.
z.config({ jitless: true });

/** Some text, trimmed, 1 to `max` characters. */
export const text = (max: number) => z.string().trim().min(1, "required").refine((typed) => lengthOf(typed) <= max, "tooLong");

/** Text that may be left out, at most `max` characters. */
export const optionalText = (max: number) => z.string().trim().refine((typed) => lengthOf(typed) <= max, "tooLong");

export const email = z.string().trim().min(1, "required").pipe(z.email("email"));

/** A password that is there; how long it must have been is not asked of an old one. */
export const currentPassword = z.string().min(1, "required");

/** 8 to 128 characters. */
export const newPassword = z.string().refine((typed) => lengthOf(typed) >= 8 && lengthOf(typed) <= 128, "passwordLength");

/** 7 to 15 digits, with hyphens, spaces, brackets and a leading plus; 30 characters at most. */
export const phone = z.string().trim().min(1, "required").refine(isPhone, "phone");

export const optionalPhone = z.string().trim().refine((typed) => typed === "" || isPhone(typed), "phone");

/** Five digits. */
export const zipCode = z.string().trim().min(1, "required").regex(/^\d{5}$/, "zipCode");

function isPhone(typed: string): boolean {
  const digits = typed.replace(/\D/g, "").length;
  return typed.length <= 30 && /^\+?[\d ()-]+$/.test(typed) && digits >= 7 && digits <= 15;
}

/** In characters as the shop counts them, not in the halves of which some consist. */
function lengthOf(typed: string): number {
  return [...typed].length;
}
