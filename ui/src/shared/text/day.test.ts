// Business days are days of the calendar, wherever one looks from.
import { expect, it } from "vitest";
import { addDays, dayOf, formatDay, formatLongDay, formatMonth, formatShortDay, isDay, mondayOf } from "./day";

it("is the day in Seoul, wherever one looks from", () => {
  expect(dayOf(new Date("2026-03-04T15:00:00Z"))).toBe("2026-03-05");
  expect(dayOf(new Date("2026-03-04T14:59:59Z"))).toBe("2026-03-04");
});

it("counts over months, years and leap days", () => {
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
});

it.each([
  ["2026-02-28", true],
  ["2026-02-30", false],
  ["2026-2-3", false],
  ["", false],
])("knows whether %s is a day", (text, known) => {
  expect(isDay(text)).toBe(known);
});

it("begins weeks on Monday", () => {
  expect(mondayOf("2026-03-05")).toBe("2026-03-02");
  expect(mondayOf("2026-03-01")).toBe("2026-02-23");
});

it("writes days as each language does", () => {
  expect(formatDay("2026-03-05", "ko")).toBe("2026.03.05(목)");
  expect(formatShortDay("2026-03-05", "ko")).toBe("3.5");
  expect(formatShortDay("2026-03-05", "en")).toBe("Mar 5");
  expect(formatMonth("2026-03-05", "ko")).toBe("2026년 3월");
  expect(formatLongDay("2026-03-05", "ko")).toBe("2026. 3. 5. 목요일");
  expect(formatLongDay("2026-03-05", "en")).toBe("Thursday, March 5, 2026");
});
