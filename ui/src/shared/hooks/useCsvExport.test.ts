// A table gathered part by part, stopped between two of them, and called after the day of the shop.
import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { call } from "@/ipc/call";
import { ok, type Result } from "@/ipc/result";
import { saveFile } from "@/shared/saveFile";
import { gather, useCsvExport } from "./useCsvExport";

vi.mock("@/ipc/call", () => ({ call: vi.fn() }));
vi.mock("@/shared/saveFile", () => ({ saveFile: vi.fn() }));
const shop = vi.mocked(call);

afterEach(() => {
  shop.mockReset();
  vi.useRealTimers();
});

const PARTS = [
  { csv: "a,b\n1,2\n", rows: 1, nextCursor: "x" },
  { csv: "3,4\n5,6\n", rows: 2 },
];

/** What is in a blob; the engine of the tests can only be asked this way. */
function textOf(file: Result<Blob> | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error("the file cannot be read"));
    reader.readAsText(file?.kind === "ok" ? file.value : new Blob([]));
  });
}

it("puts the parts one behind the other, each asked for with the same filter", async () => {
  for (const part of PARTS) shop.mockResolvedValueOnce(ok(part));
  const told: number[] = [];
  const file = await gather("export_orders", { q: "kim" }, new AbortController().signal, (rows) => told.push(rows));
  expect(await textOf(file), "the whole file").toBe("a,b\n1,2\n3,4\n5,6\n");
  expect(told, "rows so far").toEqual([1, 3]);
  expect(shop.mock.calls.map(([, request]) => request), "what is asked").toEqual([
    { q: "kim", cursor: undefined },
    { q: "kim", cursor: "x" },
  ]);
});

it("asks for nothing more once it is stopped", async () => {
  for (const part of PARTS) shop.mockResolvedValueOnce(ok(part));
  const stopping = new AbortController();
  const file = await gather("export_orders", {}, stopping.signal, () => stopping.abort());
  expect([file, shop.mock.calls.length], "no file, and no second part").toEqual([undefined, 1]);
});

it("carries the business day, which begins nine hours before that of Greenwich", async () => {
  vi.useFakeTimers({ now: new Date("2026-11-21T15:00:00Z"), toFake: ["Date"] });
  shop.mockResolvedValueOnce(ok({ csv: "a\n", rows: 0 }));
  const { result } = renderHook(() => useCsvExport("export_orders", {}, "orders"));
  await act(() => result.current.run("CSV"));
  expect(vi.mocked(saveFile).mock.lastCall?.[0]).toBe("orders-2026-11-22.csv");
});

it("saves a workbook as the bytes that the shop sends", async () => {
  shop.mockResolvedValueOnce(ok({ csv: "", data: btoa("PK\u0003"), rows: 3 }));
  const { result } = renderHook(() => useCsvExport("export_products", { language: "ko" }, "products"));
  await act(() => result.current.run("XLSX"));
  expect(shop).toHaveBeenCalledExactlyOnceWith("export_products", { language: "ko", format: "XLSX" });
  const [name, file] = vi.mocked(saveFile).mock.lastCall ?? [];
  expect(name).toMatch(/^products-.*\.xlsx$/);
  expect(await textOf(ok(file ?? new Blob([])))).toBe("PK\u0003");
});
