// The form takes what the shop takes, and refuses what it would refuse.
import { expect, it } from "vitest";
import { fields, fieldsOf, requestOf } from "./fields";

const settings = { shopName: "장터", lowStockThreshold: 5, orderExpiryMinutes: 30 };

it("comes from the settings and goes back, with the time they were read", () => {
  const typed = fieldsOf(settings);
  expect(fields.parse(typed)).toEqual({ ...settings, webhookUrl: "" });
  expect(requestOf(typed, "2026-03-05T05:30:00.000Z")).toEqual({ ...settings, webhookUrl: null, updatedAt: "2026-03-05T05:30:00.000Z" });
});

it.each([
  ["shopName", " "],
  ["shopName", "가".repeat(51)],
  ["lowStockThreshold", 101],
  ["lowStockThreshold", ""],
  ["orderExpiryMinutes", 0],
  ["orderExpiryMinutes", 1.5],
  ["webhookUrl", "javascript:alert(1)"],
  ["webhookUrl", "shop.example/hook"],
])("refuses %s = %j", (field, value) => {
  expect(fields.safeParse({ ...fieldsOf(settings), [field]: value }).success).toBe(false);
});

it("lets events be posted over http to this computer", () => {
  expect(fields.safeParse({ ...fieldsOf(settings), webhookUrl: "http://127.0.0.1:9000/hook" }).success).toBe(true);
});
