// The form takes what the shop takes, and refuses what it would refuse.
import { expect, it } from "vitest";
import { businessFields } from "@/features/shop/business";
import { fields, fieldsOf, requestOf } from "./fields";

const alerts = {
  lowStock: true,
  couponRunningOut: true,
  couponPercentLeft: 10,
  paymentFailed: false,
  outboxFailed: true,
  lowDisk: true,
  diskMegabytesFree: 1_024,
  desktop: "AWAY" as const,
};
const shop = { shopName: "장터", lowStockThreshold: 5, orderExpiryMinutes: 30, backupHour: 4, backupsKept: 14, webhookAllowLocal: false, pointCharging: "REQUEST" as const };
const paying = { paymentMethods: ["POINT" as const, "BANK_TRANSFER" as const], depositDays: 3, returnDays: 7 };
const account = { bank: "국민은행", number: "123-456-7890", holder: "박주인" };
const business = { name: "장터상회", representative: "", registrationNumber: "124-81-00998", mailOrderNumber: "", address: "", phone: "", email: "", privacyOfficer: "" };
const shipping = {
  base: 3_000, freeOver: 30_000, surcharge: [{ from: "63000", to: "63644", amount: 3_000 }], surchargeWhenFree: false, pickup: true,
  pickupAddress: "서울시 중구", pickupHours: "", carriers: [{ name: "우리택배", url: "https://a.kr/{number}" }],
};
const typedShipping = {
  shippingBase: 3_000, shippingFreeOver: 30_000, shippingSurcharge: "63000-63644 3000", shippingSurchargeWhenFree: false, pickup: true,
  pickupAddress: "서울시 중구", pickupHours: "", carriers: "우리택배 https://a.kr/{number}",
};
const settings = { ...shop, ...paying, depositAccount: account, business, shipping, alerts };

it("comes from the settings and goes back, with the time they were read", () => {
  const typed = fieldsOf(settings);
  expect(fields.parse(typed)).toEqual({ ...shop, takesTransfers: true, takesCash: false, depositDays: 3, returnDays: 7, ...account, ...typedShipping, ...alerts, ...businessFields(business), webhookUrl: "" });
  expect(requestOf(typed, "2026-03-05T05:30:00.000Z")).toEqual({ ...settings, webhookUrl: null, updatedAt: "2026-03-05T05:30:00.000Z" });
});

it.each([
  ["shopName", " "],
  ["shopName", "가".repeat(51)],
  ["lowStockThreshold", 101],
  ["lowStockThreshold", ""],
  ["couponPercentLeft", 0],
  ["couponPercentLeft", 101],
  ["diskMegabytesFree", 0],
  ["diskMegabytesFree", 1_000_001],
  ["desktop", "SOMETIMES"],
  ["orderExpiryMinutes", 0],
  ["orderExpiryMinutes", 1.5],
  ["backupHour", 24],
  ["depositDays", -1],
  ["depositDays", 31],
  ["returnDays", -1],
  ["returnDays", 366],
  ["backupsKept", 0],
  ["pointCharging", "GIFT"],
  ["bank", ""],
  ["bank", "가".repeat(31)],
  ["number", "12345"],
  ["number", "1".repeat(21)],
  ["number", "123--456"],
  ["number", "계좌"],
  ["holder", " "],
  ["shippingBase", -1],
  ["shippingBase", 1_000_001],
  ["shippingSurcharge", "63000"],
  ["pickupAddress", "가".repeat(201)],
  ["carriers", "우리택배 http://a.kr/{number}"],
  ["webhookUrl", "javascript:alert(1)"],
  ["webhookUrl", "shop.example/hook"],
  ["webhookUrl", "https://me:word@shop.example/hook"],
])("refuses %s = %j", (field, value) => {
  expect(fields.safeParse({ ...fieldsOf(settings), [field]: value }).success).toBe(false);
});

it("lets events be posted over http to this computer", () => {
  expect(fields.safeParse({ ...fieldsOf(settings), webhookUrl: "http://127.0.0.1:9000/hook" }).success).toBe(true);
});

it("takes a shop without an account, and says so to the shop", () => {
  const typed = { ...fieldsOf({ ...settings, depositAccount: undefined }), pointCharging: "OFF" as const };
  expect(fields.safeParse(typed).success).toBe(true);
  expect(requestOf(typed, undefined).depositAccount).toEqual({ bank: "", number: "", holder: "" });
});
