// The choice of how a new shop lets customers charge points, as a part of the form that sets it up.
import { z } from "zod";
import type { PointCharging, SetUpShop } from "@/ipc/generated/operations";
import { accountNumber, optionalText } from "@/shared/forms/rules";

/** In the order of the form; the first one is that of a shop that sells for money. */
export const CHOICES = ["REQUEST", "FREE", "OFF"] as const satisfies readonly PointCharging[];

/** The fields, for the object of the form's rules. */
export const chargingShape = { pointCharging: z.enum(CHOICES), bank: optionalText(30), number: accountNumber, holder: optionalText(50) };

export type ChargingChoice = z.infer<z.ZodObject<typeof chargingShape>>;

export const CHARGING_DEFAULTS: ChargingChoice = { pointCharging: "REQUEST", bank: "", number: "", holder: "" };

/** The part of the request. An account that is not given now can be given in the settings. */
export function chargingRequest({ pointCharging, bank, number, holder }: ChargingChoice): Pick<SetUpShop, "pointCharging" | "depositAccount"> {
  const isGiven = pointCharging === "REQUEST" && [bank, number, holder].some((text) => text !== "");
  return isGiven ? { pointCharging, depositAccount: { bank, number, holder } } : { pointCharging };
}
