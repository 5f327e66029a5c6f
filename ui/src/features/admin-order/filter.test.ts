// The address keeps the filter, and what it holds that makes no sense is passed over.
import { expect, it } from "vitest";
import { isNarrowed, lastDays, type OrderFilter, readFilter, requestFor, writeFilter } from "./filter";

it.each<[string, OrderFilter]>([
  ["", { tab: "all" }],
  ["tab=preparing", { tab: "preparing" }],
  ["tab=unpaid&q=ORD-2026&from=2026-03-01&to=2026-03-05&userId=7", { tab: "unpaid", q: "ORD-2026", from: "2026-03-01", to: "2026-03-05", userId: 7 }],
])("keeps %s in the address", (address, filter) => {
  expect(readFilter(new URLSearchParams(address))).toEqual(filter);
  expect(writeFilter(filter).toString()).toBe(address);
});

it.each(["tab=lost", "q=%20%20", "from=yesterday", "to=2026-02-31", "userId=-3", "userId=x", "from=2026-13-01"])("passes over %s", (address) => {
  expect(readFilter(new URLSearchParams(address))).toEqual({ tab: "all" });
});

it("asks for paid orders by where their parcel is", () => {
  expect(requestFor({ tab: "shipped" })).toMatchObject({ state: "CONFIRMED", deliveryState: "SHIPPED" });
  expect(requestFor({ tab: "all" }).state, "all are all").toBeUndefined();
});

it("counts the last day in", () => {
  const { from, to } = requestFor({ tab: "all", from: "2026-03-05", to: "2026-03-05" });
  expect(new Date(to ?? 0).getTime() - new Date(from ?? 0).getTime(), "one whole day").toBe(86_400_000);
});

it("knows the last seven days over the end of a month", () => {
  expect(lastDays(7, new Date(2026, 2, 3, 14))).toEqual({ from: "2026-02-25", to: "2026-03-03" });
  expect(lastDays(1, new Date(2026, 2, 3))).toEqual({ from: "2026-03-03", to: "2026-03-03" });
});

it("tells a narrowed list from a whole one", () => {
  expect(isNarrowed({})).toBe(false);
  expect(isNarrowed({ q: "kim" })).toBe(true);
});
