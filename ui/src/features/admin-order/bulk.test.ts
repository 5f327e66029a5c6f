// A bulk operation goes on after a refusal, stops on request, and reports every row.
import { expect, it, vi } from "vitest";
import { shopError } from "@/ipc/errors";
import { ok } from "@/ipc/result";
import { runInTurn } from "./bulk";

const refused = shopError("INVALID_ORDER_STATE", { state: "CANCELLED", asked: "SHIP" });

it("goes on after a refusal and names the row", async () => {
  const act = vi.fn((id: number) => Promise.resolve(id === 2 ? refused : ok({})));
  const tried: number[] = [];
  const outcome = await runInTurn([1, 2, 3], act, (count) => tried.push(count), new AbortController().signal);
  expect(outcome).toEqual({ done: 2, failed: [{ id: 2, error: refused }], left: 0 });
  expect(tried, "progress after every row").toEqual([1, 2, 3]);
});

it("leaves the rest alone once it is stopped", async () => {
  const stop = new AbortController();
  const act = vi.fn((id: number) => {
    if (id === 2) stop.abort();
    return Promise.resolve(ok({}));
  });
  const outcome = await runInTurn([1, 2, 3, 4], act, () => undefined, stop.signal);
  expect(outcome, "what runs is finished").toEqual({ done: 2, failed: [], left: 2 });
  expect(act).toHaveBeenCalledTimes(2);
});
