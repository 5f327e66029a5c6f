// The rules of fields, as the contract has them. A rule names its failure by a key of common.json's "field"
// texts, so that the words follow the language even while they are shown.
import { z } from "zod";

// zod would try to make code from text, which the window's policy refuses and reports as a breach.
z.config({ jitless: true });

/** Characters that come along unseen when text is pasted; the shop takes them out, so that they count for nothing here. */
const INVISIBLE = /\u034F|[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;

/** Separators between the digits of a telephone number, also in full width. */
const BETWEEN_DIGITS = "-\\s./()·‐-―−－．／（）";
const PHONE = new RegExp(`^[${BETWEEN_DIGITS}]*[+＋]?[${BETWEEN_DIGITS}0-9０-９]+$`);

/** What was typed, in the form in which the shop keeps text. */
const typed = () => z.string().overwrite(normalize);

/** Some text, trimmed, 1 to `max` characters. */
export const text = (max: number) => typed().min(1, "required").refine((value) => lengthOf(value) <= max, "tooLong");

/** Text that may be left out, at most `max` characters. */
export const optionalText = (max: number) => typed().refine((value) => lengthOf(value) <= max, "tooLong");

export const email = typed().min(1, "required").pipe(z.email("email"));

export const optionalEmail = typed().refine((value) => value === "" || z.email().safeParse(value).success, "email");

/** A password that is there; how long it must have been is not asked of an old one. */
export const currentPassword = z.string().min(1, "required");

/** 8 to 128 characters, counted in the form in which the shop keeps a password. */
export const newPassword = z.string().refine((value) => isWithin(lengthOf(value.normalize("NFC")), 8, 128), "passwordLength");

/** 7 to 15 digits, divided in any usual way and with a leading plus; the shop keeps digits with hyphens. */
export const phone = typed().min(1, "required").refine(isPhone, "phone");

export const optionalPhone = typed().refine((value) => value === "" || isPhone(value), "phone");

/** Five digits. */
export const zipCode = typed().min(1, "required").regex(/^\d{5}$/, "zipCode");

/** 6 to 20 digits of a bank account, with hyphens or spaces between them; may be left out. */
export const accountNumber = typed().refine((value) => value === "" || isAccountNumber(value), "accountNumber");

/** Ten digits of which the last one checks the others (사업자등록번호), with hyphens or spaces between them; may be left out. */
export const registrationNumber = typed().refine((value) => value === "" || isRegistrationNumber(value), "registrationNumber");

/** Of the first nine digits. The tens of the last one count too. */
const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

function isRegistrationNumber(value: string): boolean {
  if (!/^\d(?:[- ]?\d){9}$/.test(value)) return false;
  const digits = Array.from(value.replace(/\D/g, ""), Number);
  const weighted = WEIGHTS.reduce((sum, weight, place) => sum + weight * (digits[place] ?? 0), 0);
  return (weighted + Math.floor(((digits[8] ?? 0) * 5) / 10) + (digits[9] ?? 0)) % 10 === 0;
}

function isAccountNumber(value: string): boolean {
  return /^\d+(?:[- ]\d+)*$/.test(value) && isWithin(value.replace(/\D/g, "").length, 6, 20);
}

function normalize(text: string): string {
  return text.replace(INVISIBLE, "").replace(/\p{Zs}/gu, " ").normalize("NFC").trim();
}

function isPhone(value: string): boolean {
  return PHONE.test(value) && isWithin(value.replace(/[^0-9０-９]/g, "").length, 7, 15);
}

function isWithin(count: number, least: number, most: number): boolean {
  return count >= least && count <= most;
}

/** In characters as the shop counts them, not in the halves of which some consist. */
function lengthOf(value: string): number {
  return [...value].length;
}
