// The rules for the facts about the business in forms.
import { optionalEmail, optionalPhone, optionalText, registrationNumber } from "@/shared/forms/rules";
import type { BusinessChoice } from "./business";

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
} satisfies Record<keyof BusinessChoice, unknown>;
