// Each step knows from the shop whether it is done.
import { expect, it } from "vitest";
import { type Beginnings, firstSteps } from "./steps";

const FRESH: Beginnings = { hasProduct: false, charging: { mode: "FREE", hasAccount: false }, hasBusiness: false, backups: [], server: { lan: false }, isOverNetwork: false, staysLocal: false };

function doneIn(beginnings: Partial<Beginnings>): string[] {
  return firstSteps({ ...FRESH, ...beginnings }).flatMap(({ name, done }) => (done === true ? [name] : []));
}

it("has a way to pay from the start, and nothing else", () => {
  expect(firstSteps(FRESH).map(({ name }) => name)).toEqual(["product", "business", "payment", "network", "backup"]);
  expect(doneIn({})).toEqual(["payment"]);
});

it.each<[string, Partial<Beginnings>]>([
  ["product", { hasProduct: true }],
  ["business", { hasBusiness: true }],
  ["network", { server: { lan: true } }],
  ["network", { server: undefined, isOverNetwork: true }],
  ["network", { staysLocal: true }],
  ["backup", { backups: [{ state: "FAILED", kind: "DAILY" }, { state: "VERIFIED", kind: "MANUAL" }] }],
])("knows that %s is done from %j", (name, beginnings) => {
  expect(doneIn(beginnings)).toContain(name);
});

it("does not take a backup that failed for a copy, nor what is not known yet for done", () => {
  expect(doneIn({ backups: [{ state: "FAILED", kind: "MANUAL" }] })).toEqual(["payment"]);
  expect(doneIn({ backups: [{ state: "VERIFIED", kind: "BEFORE_RESTORE" }] }), "what was there before, such as the demo").toEqual(["payment"]);
  expect(doneIn({ hasProduct: undefined, charging: undefined, hasBusiness: undefined, backups: undefined, server: undefined })).toEqual(["payment"]);
});

it("leads to the form while there is no product, and to the list afterwards", () => {
  expect(firstSteps(FRESH)[0]?.to).toBe("/admin/products/new");
  expect(firstSteps({ ...FRESH, hasProduct: true })[0]?.to).toBe("/admin/products");
});

it("wants an account where customers transfer money for points", () => {
  const names = (hasAccount: boolean) => firstSteps({ ...FRESH, charging: { mode: "REQUEST", hasAccount } });
  expect(names(false).map(({ name }) => name)).toEqual(["product", "business", "deposits", "network", "backup"]);
  expect(doneIn({ charging: { mode: "REQUEST", hasAccount: false } })).toEqual([]);
  expect(doneIn({ charging: { mode: "REQUEST", hasAccount: true } })).toEqual(["deposits"]);
  expect(doneIn({ charging: { mode: "OFF", hasAccount: false } })).toEqual(["payment"]);
});
