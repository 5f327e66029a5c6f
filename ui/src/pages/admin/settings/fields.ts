// The rules of the form, as the contract has them, and its conversion into a request.
import { z } from "zod";
import { businessFields, businessOf } from "@/features/shop/business";
import { businessShape } from "@/features/shop/businessRules";
import type { DesktopNotifications, PaymentMethod, PointCharging, Settings, UpdateSettings } from "@/ipc/generated/operations";
import { accountNumber, optionalText, text } from "@/shared/forms/rules";
import { readCarriers, readSurcharge, writeCarriers, writeSurcharge } from "./shipping";

const LOW_STOCK_MOST = 100;
/** A week. */
const EXPIRY_MOST = 10_080;
const HOUR_LAST = 23;
const KEPT_MOST = 90;
const DEPOSIT_DAYS_MOST = 30;
const RETURN_DAYS_MOST = 365;
const SHIPPING_MOST = 1_000_000;
const FREE_OVER_MOST = 1_000_000_000_000;
const URL_LONGEST = 2_000;
export const COUPON_PERCENT_MOST = 100;
/** A terabyte. */
export const DISK_MEGABYTES_MOST = 1_000_000;

/** The alerts that can be switched off, in the order of the page. */
export const ALERTS = ["lowStock", "couponRunningOut", "paymentFailed", "outboxFailed", "lowDisk"] as const;

/** When alerts appear on the desktop. */
export const DESKTOP = ["NEVER", "AWAY", "ALWAYS"] as const satisfies readonly DesktopNotifications[];

/** What the shop does where points are charged, in the order of the page. */
export const CHARGING = ["REQUEST", "FREE", "OFF"] as const satisfies readonly PointCharging[];

const figure = (least: number, most: number) => z.number("range").int("range").min(least, "range").max(most, "range");

const shape = z.object({
  shopName: text(50),
  lowStockThreshold: figure(0, LOW_STOCK_MOST),
  orderExpiryMinutes: figure(1, EXPIRY_MOST),
  backupHour: figure(0, HOUR_LAST),
  backupsKept: figure(1, KEPT_MOST),
  webhookUrl: z.string().trim().refine(isWebhook, "url"),
  webhookAllowLocal: z.boolean(),
  lowStock: z.boolean(),
  couponRunningOut: z.boolean(),
  couponPercentLeft: figure(1, COUPON_PERCENT_MOST),
  paymentFailed: z.boolean(),
  outboxFailed: z.boolean(),
  lowDisk: z.boolean(),
  diskMegabytesFree: figure(1, DISK_MEGABYTES_MOST),
  desktop: z.enum(DESKTOP),
  pointCharging: z.enum(CHARGING),
  takesTransfers: z.boolean(),
  takesCash: z.boolean(),
  depositDays: figure(0, DEPOSIT_DAYS_MOST),
  returnDays: figure(0, RETURN_DAYS_MOST),
  bank: optionalText(30),
  number: accountNumber,
  holder: optionalText(50),
  ...businessShape,
  shippingBase: figure(0, SHIPPING_MOST),
  shippingFreeOver: figure(0, FREE_OVER_MOST),
  shippingSurcharge: z.string().refine((typed) => readSurcharge(typed) !== undefined, "surcharge"),
  shippingSurchargeWhenFree: z.boolean(),
  pickup: z.boolean(),
  pickupAddress: optionalText(200),
  pickupHours: optionalText(200),
  carriers: z.string().refine((typed) => readCarriers(typed) !== undefined, "carriers"),
});

/** An account is given whole or not at all. */
export const fields = shape.superRefine((typed, context) => {
  const parts = ["bank", "number", "holder"] as const;
  if (parts.every((part) => typed[part] === "")) return;
  for (const part of parts) if (typed[part] === "") context.addIssue({ code: "custom", path: [part], message: "required" });
});

export type Fields = z.infer<typeof fields>;

export const FIELDS = Object.keys(shape.shape) as readonly (keyof Fields)[];

export function fieldsOf(settings: Settings): Fields {
  const { shopName, lowStockThreshold, orderExpiryMinutes, backupHour, backupsKept, webhookUrl, webhookAllowLocal, alerts, pointCharging, depositAccount, paymentMethods, depositDays, returnDays, business, shipping } = settings;
  const { bank, number, holder } = depositAccount ?? { bank: "", number: "", holder: "" };
  const paying = { takesTransfers: paymentMethods.includes("BANK_TRANSFER"), takesCash: paymentMethods.includes("CASH"), depositDays, returnDays };
  return { ...shippingFieldsOf(shipping), pointCharging, ...paying, bank, number, holder, shopName, lowStockThreshold, orderExpiryMinutes, backupHour, backupsKept, webhookUrl: webhookUrl ?? "", webhookAllowLocal, ...alerts, ...businessFields(business) };
}

function shippingFieldsOf({ base, freeOver, surcharge, surchargeWhenFree, pickup, pickupAddress, pickupHours, carriers }: Settings["shipping"]) {
  return {
    shippingBase: base,
    shippingFreeOver: freeOver,
    shippingSurcharge: writeSurcharge(surcharge),
    shippingSurchargeWhenFree: surchargeWhenFree,
    pickup,
    pickupAddress,
    pickupHours,
    carriers: writeCarriers(carriers),
  };
}

/** Says which settings the changes were made from, so that another admin's are not overwritten unseen. */
export function requestOf(typed: Fields, readAt: Settings["updatedAt"]): UpdateSettings {
  const { shopName, lowStockThreshold, orderExpiryMinutes, backupHour, backupsKept, webhookUrl, webhookAllowLocal, pointCharging, takesTransfers, takesCash, depositDays, returnDays, bank, number, holder } = typed;
  const paymentMethods: PaymentMethod[] = ["POINT", ...(takesTransfers ? ["BANK_TRANSFER" as const] : []), ...(takesCash ? ["CASH" as const] : [])];
  const { lowStock, couponRunningOut, couponPercentLeft, paymentFailed, outboxFailed, lowDisk, diskMegabytesFree, desktop } = typed;
  const alerts = { lowStock, couponRunningOut, couponPercentLeft, paymentFailed, outboxFailed, lowDisk, diskMegabytesFree, desktop };
  const shipping = {
    base: typed.shippingBase,
    freeOver: typed.shippingFreeOver,
    surcharge: readSurcharge(typed.shippingSurcharge) ?? [],
    surchargeWhenFree: typed.shippingSurchargeWhenFree,
    pickup: typed.pickup,
    pickupAddress: typed.pickupAddress,
    pickupHours: typed.pickupHours,
    carriers: readCarriers(typed.carriers) ?? [],
  };
  const charging = { pointCharging, depositAccount: { bank, number, holder } };
  const figures = { lowStockThreshold, orderExpiryMinutes, backupHour, backupsKept };
  return { shopName, ...figures, ...charging, paymentMethods, depositDays, returnDays, business: businessOf(typed), shipping, webhookUrl: webhookUrl === "" ? null : webhookUrl, webhookAllowLocal, alerts, updatedAt: readAt ?? null };
}

function isWebhook(typed: string): boolean {
  if (typed === "") return true;
  if (typed.length > URL_LONGEST) return false;
  try {
    const { protocol, username, password } = new URL(typed);
    return ["http:", "https:"].includes(protocol) && username === "" && password === "";
  } catch {
    return false;
  }
}
