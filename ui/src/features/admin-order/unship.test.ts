// Shipments are undone one by one; what comes too late or is refused is reported, and the others are undone anyway.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { clientError, shopError } from "@/ipc/errors";
import { ok } from "@/ipc/result";
import type { DoneRow } from "./bulk";
import { isTooLate, undoShipments } from "./unship";

const NOW = new Date("2026-03-10T03:00:00Z").getTime();
const refused = shopError("INVALID_ORDER_STATE", { state: "CONFIRMED", asked: "UNSHIP" });
const shipped = (id: number, secondsAgo: number): DoneRow => ({ row: { id, orderNumber: `ORD-${id}` }, at: NOW - secondsAgo * 1000 });

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

it("undoes each order that is recent enough, the first one first", async () => {
  const unship = vi.fn(() => Promise.resolve(ok({})));
  const outcome = await undoShipments([shipped(1, 30), shipped(2, 12), shipped(3, 0)], unship);
  expect(unship.mock.calls, "what is too old is not asked for").toEqual([[2], [3]]);
  expect(outcome.undone.map((row) => row.id)).toEqual([2, 3]);
  expect(outcome.failed).toEqual([{ row: { id: 1, orderNumber: "ORD-1" } }]);
});

it("goes on after a refusal and says why", async () => {
  const offline = clientError("OFFLINE");
  const answers = [refused, ok({}), offline];
  const outcome = await undoShipments([shipped(1, 1), shipped(2, 1), shipped(3, 1)], () => Promise.resolve(answers.shift() ?? ok({})));
  expect(outcome.undone.map((row) => row.id)).toEqual([2]);
  expect(outcome.failed.map((one) => [one.row.id, isTooLate(one)])).toEqual([[1, true], [3, false]]);
});
