// The address holds the filter, and invalid values in it are ignored.
import { expect, it } from "vitest";
import { shopError } from "@/ipc/errors";
import { exportRequestFor, isNarrowed, isTooManyToSort, lastDays, type OrderFilter, readFilter, requestFor, tabOf, writeFilter } from "./filter";

it.each<[string, OrderFilter]>([
  ["", { tab: "all" }],
  ["tab=preparing", { tab: "preparing" }],
  ["tab=unpaid&q=ORD-2026&from=2026-03-01&to=2026-03-05&userId=7", { tab: "unpaid", q: "ORD-2026", from: "2026-03-01", to: "2026-03-05", userId: 7 }],
  ["tab=shipped&sort=oldest", { tab: "shipped", sort: "oldest" }],
])("keeps %s in the address", (address, filter) => {
  expect(readFilter(new URLSearchParams(address))).toEqual(filter);
  expect(writeFilter(filter).toString()).toBe(address);
});

it.each(["tab=lost", "sort=amount", "q=%20%20", "from=yesterday", "to=2026-02-31", "userId=-3", "userId=x", "from=2026-13-01"])("passes over %s", (address) => {
  expect(readFilter(new URLSearchParams(address))).toEqual({ tab: "all" });
});

it("asks for paid orders by where their parcel is", () => {
  expect(requestFor({ tab: "shipped" })).toMatchObject({ state: "CONFIRMED", deliveryState: "SHIPPED" });
  expect(requestFor({ tab: "all" }).state, "all are all").toBeUndefined();
});

it("finds the tab of an order", () => {
  expect(tabOf({ state: "CONFIRMED", deliveryState: "SHIPPED" })).toBe("shipped");
  expect(tabOf({ state: "PAYMENT_FAILED" })).toBe("failed");
});

it("counts the last day in, by the shop's calendar", () => {
  const { from, to } = requestFor({ tab: "all", from: "2026-03-05", to: "2026-03-05" });
  expect(from).toBe("2026-03-04T15:00:00.000Z");
  expect(to).toBe("2026-03-05T15:00:00.000Z");
});

it("knows the last seven days over the end of a month", () => {
  const now = new Date("2026-03-02T16:00:00Z");
  expect(lastDays(7, now), "it is the 3rd in Seoul already").toEqual({ from: "2026-02-25", to: "2026-03-03" });
  expect(lastDays(1, now)).toEqual({ from: "2026-03-03", to: "2026-03-03" });
});

it("tells a narrowed list from a whole one", () => {
  expect(isNarrowed({})).toBe(false);
  expect(isNarrowed({ q: "kim" })).toBe(true);
});

it("asks for the sequence of the list alone", () => {
  expect(requestFor({ tab: "all", sort: "oldest" }).sort).toBe("oldest");
  expect(exportRequestFor({ tab: "all", sort: "oldest" }), "the file has one sequence").not.toHaveProperty("sort");
  expect(isNarrowed({ sort: "oldest" }), "the same orders").toBe(false);
});

it("a list that is too long to sort by amount is told from other refusals", () => {
  const refused = (field: string) => shopError("INVALID_INPUT", { fields: [{ field, reason: "…" }] });
  expect(isTooManyToSort(refused("sort"))).toBe(true);
  for (const other of [refused("cursor"), shopError("CART_EMPTY", {}), null]) expect(isTooManyToSort(other)).toBe(false);
});
