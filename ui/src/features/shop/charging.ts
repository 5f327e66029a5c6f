// The choice of how a new shop lets customers charge points and pay orders, as a part of the form that sets it up.
import { z } from "zod";
import type { PaymentMethod, PointCharging, SetUpShop } from "@/ipc/generated/operations";
import { accountNumber, optionalText } from "@/shared/forms/rules";

/** In the order of the form; the first one is that of a shop that sells for money. */
export const CHOICES = ["REQUEST", "FREE", "OFF"] as const satisfies readonly PointCharging[];

/** The fields, for the object of the form's rules. */
export const chargingShape = { pointCharging: z.enum(CHOICES), takesTransfers: z.boolean(), bank: optionalText(30), number: accountNumber, holder: optionalText(50) };

export type ChargingChoice = z.infer<z.ZodObject<typeof chargingShape>>;

export const CHARGING_DEFAULTS: ChargingChoice = { pointCharging: "REQUEST", takesTransfers: true, bank: "", number: "", holder: "" };

/** The part of the request. An account that is not given now can be given in the settings. */
export function chargingRequest(choice: ChargingChoice): Pick<SetUpShop, "pointCharging" | "paymentMethods" | "depositAccount"> {
  const { pointCharging, takesTransfers, bank, number, holder } = choice;
  const paymentMethods: PaymentMethod[] = takesTransfers ? ["POINT", "BANK_TRANSFER"] : ["POINT"];
  const isGiven = needsAccount(choice) && [bank, number, holder].some((text) => text !== "");
  return { pointCharging, paymentMethods, ...(isGiven && { depositAccount: { bank, number, holder } }) };
}

/** Whether customers transfer to the shop. */
export function needsAccount({ pointCharging, takesTransfers }: Pick<ChargingChoice, "pointCharging" | "takesTransfers">): boolean {
  return pointCharging === "REQUEST" || takesTransfers;
}
