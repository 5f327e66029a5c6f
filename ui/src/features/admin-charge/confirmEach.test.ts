// Deposits are confirmed one after the other, each with its own result.
import { expect, it, vi } from "vitest";
import { shopError } from "@/ipc/errors";
import type { AdminCharge } from "@/ipc/generated/operations";
import { ok } from "@/ipc/result";
import { confirmable, confirmEach } from "./confirmEach";

const row = (id: number, state: AdminCharge["state"] = "REQUESTED") => ({ id, state, amount: id * 1_000 }) as AdminCharge;

it("goes on after a refusal, and reports each row", async () => {
  const refused = shopError("CONFLICT", { reason: "ALREADY_CONFIRMED" });
  const confirm = vi.fn((each: AdminCharge) => Promise.resolve(each.id === 2 ? refused : ok(each)));
  const tried: number[] = [];
  const outcome = await confirmEach([row(1), row(2), row(3)], confirm, (count) => tried.push(count));
  expect(outcome.done.map(({ id }) => id)).toEqual([1, 3]);
  expect(outcome.failed).toEqual([{ row: row(2), error: refused }]);
  expect(tried).toEqual([1, 2, 3]);
});

it("counts and adds up only what waits", () => {
  const { rows, amount } = confirmable([row(1), row(2, "CONFIRMED"), row(3, "REJECTED"), row(4)]);
  expect(rows.map(({ id }) => id)).toEqual([1, 4]);
  expect(amount).toBe(5_000);
});
