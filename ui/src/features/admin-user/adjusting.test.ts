// No balance leaves its bounds, and no adjustment lacks a reason.
import { expect, it } from "vitest";
import { type AdjustFields, adjustRules, changeOf } from "./adjusting";

const usual: AdjustFields = { way: "give", amount: 1_000, reason: "배송 지연 보상" };

function refusals(changes: Partial<AdjustFields>, balance: number): Record<string, string> {
  const { error } = adjustRules(balance).safeParse({ ...usual, ...changes });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
}

it.each<[Partial<AdjustFields>, number, Record<string, string>]>([
  [{}, 0, {}],
  [{ reason: " " }, 0, { reason: "required" }],
  [{ reason: "가".repeat(201) }, 0, { reason: "tooLong" }],
  [{ amount: "" }, 0, { amount: "amount" }],
  [{ amount: 0 }, 0, { amount: "amount" }],
  [{ way: "take" }, 1_000, {}],
  [{ way: "take" }, 999, { amount: "tooMany" }],
  [{ amount: 1 }, 1_000_000_000_000, { amount: "tooRich" }],
])("refuses %j of %i points", (changes, balance, expected) => {
  expect(refusals(changes, balance)).toEqual(expected);
});

it("signs the change", () => {
  expect(changeOf(usual)).toBe(1_000);
  expect(changeOf({ way: "take", amount: 300 })).toBe(-300);
  expect(changeOf({ way: "take", amount: "" })).toBe(0);
});
