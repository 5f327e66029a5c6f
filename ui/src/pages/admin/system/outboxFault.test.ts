// Each code of the contract has its text.
import { expect, it } from "vitest";
import en from "@/locales/en/adminSystem.json";
import ko from "@/locales/ko/adminSystem.json";
import { outboxFault } from "./outboxFault";

it.each([
  ["TIMEOUT", { kind: "TIMEOUT" }],
  ["REFUSED", { kind: "REFUSED" }],
  ["NOT_ALLOWED", { kind: "NOT_ALLOWED" }],
  ["TLS", { kind: "TLS" }],
  ["STATUS_503", { kind: "STATUS", status: "503" }],
  ["STATUS_", { kind: "FAILED" }],
  ["FAILED", { kind: "FAILED" }],
  ["something new", { kind: "FAILED" }],
])("knows %j", (code, fault) => {
  expect(outboxFault(code)).toEqual(fault);
  expect(ko.outbox.faults[outboxFault(code).kind]).toBeTruthy();
  expect(en.outbox.faults[outboxFault(code).kind]).toBeTruthy();
});
