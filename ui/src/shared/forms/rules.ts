// What a field accepts, as the contract says. A rule names its failure by a key of common.json's "field"
// texts, so that the words follow the language even while they are shown.
import { z } from "zod";

/** Some text, trimmed, 1 to `max` characters. */
export const text = (max: number) => z.string().trim().min(1, "required").max(max, "tooLong");

/** Text that may be left out, at most `max` characters. */
export const optionalText = (max: number) => z.string().trim().max(max, "tooLong");

export const email = z.string().trim().min(1, "required").pipe(z.email("email"));

/** A password that is there; how long it must have been is not asked of an old one. */
export const currentPassword = z.string().min(1, "required");

/** 8 to 128 characters, counted as people count them. */
export const newPassword = z.string().refine((typed) => [...typed].length >= 8 && [...typed].length <= 128, "passwordLength");

/** Digits, spaces, `+` and `-`, of them 7 to 15 digits. */
export const phone = z.string().trim().min(1, "required").refine(isPhone, "phone");

export const optionalPhone = z.string().trim().refine((typed) => typed === "" || isPhone(typed), "phone");

/** Five digits. */
export const zipCode = z.string().trim().min(1, "required").regex(/^\d{5}$/, "zipCode");

function isPhone(typed: string): boolean {
  const digits = typed.replace(/\D/g, "").length;
  return /^[\d +-]{7,30}$/.test(typed) && digits >= 7 && digits <= 15;
}
