// The facts about the business behind the shop: their fields, and their place in requests. The rules of the fields are apart
// (businessRules.ts): the footer is on every page and needs none.
import type { Business } from "@/ipc/generated/operations";

/** In the order of the forms, of the footer and of the receipt. */
export const BUSINESS_FIELDS = ["businessName", "representative", "registrationNumber", "mailOrderNumber", "businessAddress", "businessPhone", "businessEmail", "privacyOfficer"] as const;

export type BusinessChoice = Record<(typeof BUSINESS_FIELDS)[number], string>;

export function businessFields(business: Business | null | undefined): BusinessChoice {
  const { name = "", representative = "", registrationNumber = "", mailOrderNumber = "", address = "", phone = "", email = "", privacyOfficer = "" } = business ?? {};
  return { businessName: name, representative, registrationNumber, mailOrderNumber, businessAddress: address, businessPhone: phone, businessEmail: email, privacyOfficer };
}

export function businessOf(typed: BusinessChoice): Business {
  const { businessName, representative, registrationNumber, mailOrderNumber, businessAddress, businessPhone, businessEmail, privacyOfficer } = typed;
  return { name: businessName, representative, registrationNumber, mailOrderNumber, address: businessAddress, phone: businessPhone, email: businessEmail, privacyOfficer };
}

/** The facts that are given, each under its field. */
export function givenFacts(business: Business | null | undefined): readonly { field: (typeof BUSINESS_FIELDS)[number]; value: string }[] {
  const fields = businessFields(business);
  return BUSINESS_FIELDS.map((field) => ({ field, value: fields[field] })).filter(({ value }) => value !== "");
}
