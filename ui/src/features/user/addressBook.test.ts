// Where a saved address stands in the book.
import { expect, it } from "vitest";
import type { Address } from "@/ipc/generated/operations";
import { withSaved } from "./addressBook";

function address(id: number, isDefault = false, label = ""): Address {
  return { id, label, isDefault, shippingAddress: { recipientName: "", phone: "", zipCode: "", address: "" } };
}

const book = [address(1, true), address(2)];

it.each([
  ["a new one joins at the end", address(3), [[1, true], [2, false], [3, false]]],
  ["a new default comes first and takes the mark", address(3, true), [[3, true], [1, false], [2, false]]],
  ["a changed one keeps its place", address(2, false, "회사"), [[1, true], [2, false]]],
  ["a changed one may become the default", address(2, true), [[2, true], [1, false]]],
])("%s", (_case, saved, expected) => {
  const after = withSaved(book, saved);
  expect(after.map(({ id, isDefault }) => [id, isDefault])).toEqual(expected);
  expect(after.find(({ id }) => id === saved.id)).toBe(saved);
});
