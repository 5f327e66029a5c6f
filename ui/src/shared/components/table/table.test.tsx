// The parts of a table that decide something: which way to sort next, which columns are in sight, which rows are picked.
import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { Column } from "./column";
import { nextSort } from "./TableHead";
import { useColumnChoice } from "./useColumnChoice";
import { useSelection } from "./useSelection";

afterEach(() => localStorage.clear());

it.each([
  ["the largest first", undefined, "down"],
  ["then the other way round", "down", "up"],
  ["and back", "up", "down"],
])("sorts by %s", (_name, now, next) => {
  expect(nextSort({ sort: { ascending: "up", descending: "down" } }, now)).toBe(next);
});

it("sorts one way only where the list knows no other, and not at all without one", () => {
  expect(nextSort({ sort: { descending: "popular" } }, "popular")).toBe("popular");
  expect(nextSort({}, "popular")).toBeUndefined();
});

const columns: readonly Column<{ id: number }>[] = [
  { id: "name", title: "Name", main: true, cell: () => "" },
  { id: "price", title: "Price", cell: () => "" },
  { id: "sold", title: "Sold", optional: true, cell: () => "" },
];

it("remembers which columns were chosen, and keeps the main one", () => {
  const ids = (shown: readonly { id: string }[]) => shown.map(({ id }) => id);
  const first = renderHook(() => useColumnChoice("probe", columns));
  expect(ids(first.result.current.shown)).toEqual(["name", "price"]);
  expect(ids(first.result.current.choosable)).toEqual(["price", "sold"]);
  act(() => first.result.current.toggle("price"));
  act(() => first.result.current.toggle("sold"));
  expect(ids(renderHook(() => useColumnChoice("probe", columns)).result.current.shown)).toEqual(["name", "sold"]);
  expect(ids(renderHook(() => useColumnChoice("another", columns)).result.current.shown)).toEqual(["name", "price"]);
});

it("picks, drops and clears rows", () => {
  const { result } = renderHook(useSelection);
  act(() => result.current.replace([1, 2]));
  act(() => result.current.toggle(2));
  act(() => result.current.toggle(5));
  expect([...result.current.ids]).toEqual([1, 5]);
  act(() => result.current.clear());
  expect(result.current.ids.size).toBe(0);
});

it("picks a range with the row pressed last, in either direction, and drops one the same way", () => {
  const { result } = renderHook(useSelection);
  const order = [10, 20, 30, 40, 50];
  act(() => result.current.extend(20, order));
  expect([...result.current.ids], "without a beginning it is one row").toEqual([20]);
  act(() => result.current.extend(40, order));
  expect([...result.current.ids]).toEqual([20, 30, 40]);
  act(() => result.current.extend(10, order));
  expect(result.current.ids).toEqual(new Set([10, 20, 30, 40]));
  act(() => result.current.toggle(20));
  act(() => result.current.extend(40, order));
  expect([...result.current.ids], "what was dropped last drops the range").toEqual([10]);
  act(() => result.current.extend(40, [10, 50]));
  expect(result.current.ids, "a row that is not in the list any more begins nothing").toEqual(new Set([10, 40]));
});

it("picks the whole filter until a row is dropped", () => {
  const { result } = renderHook(useSelection);
  act(() => result.current.replace([1, 2]));
  expect(result.current.isWhole).toBe(false);
  act(() => result.current.pickWhole());
  expect(result.current.isWhole).toBe(true);
  act(() => result.current.toggle(2));
  expect(result.current.isWhole).toBe(false);
  expect([...result.current.ids]).toEqual([1]);
  act(() => result.current.pickWhole());
  act(() => result.current.clear());
  expect(result.current.isWhole).toBe(false);
});
