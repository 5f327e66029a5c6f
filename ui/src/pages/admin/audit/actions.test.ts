// Every act that the audit log can hold has its name in both languages.
import { expect, it } from "vitest";
import { routes } from "@/ipc/generated/operations";
import en from "@/locales/en/adminAudit.json";
import ko from "@/locales/ko/adminAudit.json";

/** They change nothing of the shop, so that the log does not hold them. */
const NOT_LOGGED = ["verify_books", "match_payments", "arm_fault", "mark_alerts_seen"];

/** Acts of the operator, which no route of admins does. */
const BY_OPERATOR = ["reset_password"];

it.each([["ko", ko], ["en", en]])("names every admin's act in %s, and no other", (_lang, texts) => {
  const acts = Object.entries(routes).filter(([name, { method, path }]) => path.startsWith("/v1/admin/") && method !== "GET" && !NOT_LOGGED.includes(name));
  expect(Object.keys(texts.actions).toSorted()).toEqual([...acts.map(([name]) => name), ...BY_OPERATOR].toSorted());
});
