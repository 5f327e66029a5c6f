// An event that is not going to be sent is not shown as waiting.
import { expect, it } from "vitest";
import { isBeforeWebhook } from "./isBeforeWebhook";

const since = "2026-03-05T05:30:00.000Z";
const [before, after] = ["2026-03-05T05:29:00.000Z", "2026-03-05T05:31:00.000Z"];

it.each([
  ["from before the address", { state: "PENDING", createdAt: before, nextAttemptAt: before }, since, true],
  ["from after it", { state: "PENDING", createdAt: after, nextAttemptAt: after }, since, false],
  ["from before it, and asked for", { state: "PENDING", createdAt: before, nextAttemptAt: after }, since, false],
  ["sent", { state: "SENT", createdAt: before }, since, false],
  ["without an address", { state: "PENDING", createdAt: before, nextAttemptAt: before }, null, true],
  ["without an address, and asked for", { state: "PENDING", createdAt: before, nextAttemptAt: after }, null, false],
  ["while the address is not known", { state: "PENDING", createdAt: before, nextAttemptAt: before }, undefined, false],
] as const)("%s", (_, event, from, held) => {
  expect(isBeforeWebhook(event, from)).toBe(held);
});
