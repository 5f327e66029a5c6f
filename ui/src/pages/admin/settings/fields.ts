// What the form accepts, as the contract says, and how it becomes a request.
import { z } from "zod";
import type { Settings, UpdateSettings } from "@/ipc/generated/operations";
import { text } from "@/shared/forms/rules";

const LOW_STOCK_MOST = 100;
/** A week. */
const EXPIRY_MOST = 10_080;
const URL_LONGEST = 2_000;

export const fields = z.object({
  shopName: text(50),
  lowStockThreshold: z.number("range").int("range").min(0, "range").max(LOW_STOCK_MOST, "range"),
  orderExpiryMinutes: z.number("range").int("range").min(1, "range").max(EXPIRY_MOST, "range"),
  webhookUrl: z.string().trim().refine(isWebhook, "url"),
});

export type Fields = z.infer<typeof fields>;

export const FIELDS = Object.keys(fields.shape) as readonly (keyof Fields)[];

export function fieldsOf({ shopName, lowStockThreshold, orderExpiryMinutes, webhookUrl }: Settings): Fields {
  return { shopName, lowStockThreshold, orderExpiryMinutes, webhookUrl: webhookUrl ?? "" };
}

/** Says which settings the changes were made from, so that nobody's are overwritten unseen. */
export function requestOf(typed: Fields, readAt: Settings["updatedAt"]): UpdateSettings {
  return { ...typed, webhookUrl: typed.webhookUrl === "" ? null : typed.webhookUrl, updatedAt: readAt ?? null };
}

function isWebhook(typed: string): boolean {
  if (typed === "") return true;
  if (typed.length > URL_LONGEST) return false;
  try {
    return ["http:", "https:"].includes(new URL(typed).protocol);
  } catch {
    return false;
  }
}
