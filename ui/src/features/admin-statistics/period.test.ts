// The address names a period, and no day is lost when days are added up.
import { expect, it } from "vitest";
import { gather, isPeriod, lastDays, readPeriod, unitOf, usualUnit } from "./period";

const TODAY = "2026-03-05";
const read = (query: string) => readPeriod(new URLSearchParams(query), TODAY);

it("tells of the last 30 days unless asked otherwise", () => {
  expect(read("")).toEqual({ length: 30, days: { from: "2026-02-04", to: TODAY } });
  expect(read("days=8")).toEqual(read(""));
  expect(read("days=7").days).toEqual({ from: "2026-02-27", to: TODAY });
});

it("takes days chosen by hand before a length", () => {
  expect(read("days=7&from=2026-01-01&to=2026-01-31")).toEqual({ length: "own", days: { from: "2026-01-01", to: "2026-01-31" } });
});

it.each([
  ["2026-01-31", "2026-01-01", "in their order"],
  ["2026-02-30", "2026-03-01", "days of the calendar"],
  ["2025-01-01", "2026-01-02", "at most 366"],
  ["", "2026-01-02", "both there"],
])("takes %s to %s for no period: days must be %s", (from, to) => {
  expect(isPeriod(from, to)).toBe(false);
});

it("lets a whole leap year pass", () => {
  expect(isPeriod("2028-01-01", "2028-12-31")).toBe(true);
});

it("counts today in", () => {
  expect(lastDays(1, TODAY)).toEqual({ from: TODAY, to: TODAY });
});

it("knows days by the week and month they belong to", () => {
  expect(unitOf("2026-03-05", "day")).toBe("2026-03-05");
  expect(unitOf("2026-03-05", "week")).toBe("2026-03-02");
  expect(unitOf("2026-03-05", "month")).toBe("2026-03-01");
  expect([usualUnit(30), usualUnit(90), usualUnit(365)]).toEqual(["day", "week", "month"]);
});

it("loses no won on the way from days to weeks", () => {
  const days = Array.from({ length: 31 }, (_, index) => ({ day: `2026-03-${String(index + 1).padStart(2, "0")}`, sales: index }));
  const weeks = gather(days, "week", (sum, next) => ({ ...sum, sales: sum.sales + next.sales }));
  expect(weeks.map(({ day }) => day)).toEqual(["2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30"]);
  expect(weeks.reduce((sum, { sales }) => sum + sales, 0)).toBe(465);
});
