// A change is shown by the fields that differ.
import { expect, it } from "vitest";
import { changesOf } from "./changes";

it("names the fields that differ, and no others", () => {
  const before = { name: "찻잔", price: 9_000, options: [1], updatedAt: "a" };
  const after = { name: "찻잔", price: 8_000, options: [1, 2], updatedAt: "b" };
  expect(changesOf(before, after)).toEqual([
    { field: "price", before: 9_000, after: 8_000 },
    { field: "options", before: [1], after: [1, 2] },
  ]);
});

it("names all fields of what is new, and of what is gone", () => {
  expect(changesOf(undefined, { name: "찻잔", image: null })).toEqual([{ field: "name", before: undefined, after: "찻잔" }]);
  expect(changesOf({ name: "찻잔" }, null)).toEqual([{ field: "name", before: "찻잔", after: undefined }]);
});

it("names each alert that was switched", () => {
  const settings = (lowStock: boolean) => ({ shopName: "장터", alerts: { lowStock, lowDisk: true } });
  expect(changesOf(settings(true), settings(false))).toEqual([{ field: "lowStock", before: true, after: false }]);
});

it("takes what is no object as one value", () => {
  expect(changesOf(3, 7)).toEqual([{ field: "value", before: 3, after: 7 }]);
});

it("leaves out what only follows from the rest of a product", () => {
  const before = { id: 7, basePrice: 9_000, price: 9_000, status: "AVAILABLE", lowStock: false, options: [] };
  const after = { id: 7, basePrice: 8_000, price: 7_200, status: "OUT_OF_STOCK", lowStock: true };
  expect(changesOf(before, after, "product")).toEqual([{ field: "basePrice", before: 9_000, after: 8_000 }]);
});

it("tells what a backup holds as fields of its own", () => {
  expect(changesOf(undefined, { name: "a.db", contents: { orders: 3, schemaVersion: 1 } }, "shop")).toEqual([
    { field: "name", before: undefined, after: "a.db" },
    { field: "orders", before: undefined, after: 3 },
  ]);
});
