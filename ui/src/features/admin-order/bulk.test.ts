// A bulk operation goes on after a refusal and over pages, stops on request, and reports every row.
import { expect, it, vi } from "vitest";
import { shopError } from "@/ipc/errors";
import { ok } from "@/ipc/result";
import { type BulkOutcome, type BulkPage, type BulkRow, rowsOfPages, runInTurn } from "./bulk";

const refused = shopError("INVALID_ORDER_STATE", { state: "CANCELLED", asked: "SHIP" });
const row = (id: number): BulkRow => ({ id, orderNumber: `ORD-${id}` });
const rowsTo = (last: number) => Array.from({ length: last }, (_, index) => row(index + 1));
const going = () => new AbortController().signal;
const doneIds = ({ done }: BulkOutcome) => done.map((one) => one.row.id);

it("goes on after a refusal and names the row", async () => {
  const act = vi.fn((id: number) => Promise.resolve(id === 2 ? refused : ok({})));
  const tried: number[] = [];
  const outcome = await runInTurn({ rows: rowsTo(3), count: 3 }, act, (count) => tried.push(count), going());
  expect(outcome).toMatchObject({ failed: [{ row: row(2), error: refused }], left: 0 });
  expect(doneIds(outcome)).toEqual([1, 3]);
  expect(tried, "progress after every row").toEqual([1, 2, 3]);
});

it("leaves the rest alone once it is stopped", async () => {
  const stop = new AbortController();
  const act = vi.fn((id: number) => {
    if (id === 2) stop.abort();
    return Promise.resolve(ok({}));
  });
  const outcome = await runInTurn({ rows: rowsTo(4), count: 4 }, act, () => undefined, stop.signal);
  expect(outcome).toMatchObject({ failed: [], left: 2 });
  expect(doneIds(outcome), "what runs is finished").toEqual([1, 2]);
  expect(act).toHaveBeenCalledTimes(2);
});

/** A list of five in pages of two, which can break. */
function pages(breaksAt?: string) {
  return vi.fn((cursor: string | undefined): Promise<BulkPage> => {
    if (cursor !== undefined && cursor === breaksAt) return Promise.reject(refused);
    const from = Number(cursor ?? 0);
    return Promise.resolve({ items: rowsTo(5).slice(from, from + 2), nextCursor: from + 2 < 5 ? String(from + 2) : null });
  });
}

it("goes through all pages, each read when the one before is through", async () => {
  const readPage = pages();
  const acted: number[] = [];
  const act = (id: number) => {
    acted.push(id);
    return Promise.resolve(ok(readPage.mock.calls.length));
  };
  const outcome = await runInTurn({ rows: rowsOfPages(readPage), count: 5 }, act, () => undefined, going());
  expect(outcome).toMatchObject({ failed: [], left: 0 });
  expect(doneIds(outcome)).toEqual([1, 2, 3, 4, 5]);
  expect(acted).toEqual([1, 2, 3, 4, 5]);
  expect(readPage.mock.calls).toEqual([[undefined], ["2"], ["4"]]);
});

it("reads no further page once it is stopped, and says what is left", async () => {
  const stop = new AbortController();
  const readPage = pages();
  const outcome = await runInTurn({ rows: rowsOfPages(readPage), count: 5 }, () => Promise.resolve(ok(stop.abort())), () => undefined, stop.signal);
  expect(outcome).toMatchObject({ failed: [], left: 4 });
  expect(doneIds(outcome)).toEqual([1]);
  expect(readPage).toHaveBeenCalledTimes(1);
});

it("says why it came no further, with what was done until then", async () => {
  const outcome = await runInTurn({ rows: rowsOfPages(pages("2")), count: 5 }, () => Promise.resolve(ok({})), () => undefined, going());
  expect(outcome).toMatchObject({ failed: [], left: 3, broken: refused });
  expect(doneIds(outcome)).toEqual([1, 2]);
});

it("leaves nothing where another admin was faster", async () => {
  const outcome = await runInTurn({ rows: rowsOfPages(pages()), count: 7 }, () => Promise.resolve(ok({})), () => undefined, going());
  expect(outcome.left).toBe(0);
});
