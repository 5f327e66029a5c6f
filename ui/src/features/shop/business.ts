// The facts about the business behind the shop: their fields in forms, and their place in requests.
import type { z } from "zod";
import type { Business } from "@/ipc/generated/operations";
import { optionalEmail, optionalPhone, optionalText, registrationNumber } from "@/shared/forms/rules";

/** The fields, for the object of a form's rules; the names of some are those of other fields in the same forms. */
export const businessShape = {
  businessName: optionalText(100),
  representative: optionalText(100),
  registrationNumber,
  mailOrderNumber: optionalText(50),
  businessAddress: optionalText(200),
  businessPhone: optionalPhone,
  businessEmail: optionalEmail,
  privacyOfficer: optionalText(100),
};

export type BusinessChoice = z.infer<z.ZodObject<typeof businessShape>>;

/** In the order of the forms, of the footer and of the receipt. */
export const BUSINESS_FIELDS = ["businessName", "representative", "registrationNumber", "mailOrderNumber", "businessAddress", "businessPhone", "businessEmail", "privacyOfficer"] as const satisfies readonly (keyof BusinessChoice)[];

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
