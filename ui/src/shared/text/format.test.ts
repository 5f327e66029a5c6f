// How money, points and dates read in both languages.
import { describe, expect, it } from "vitest";
import { daysUntil, formatAge, formatDate, formatDateTime, formatPoints, formatUntil, formatWon, splitDuration } from "./format";

describe("money and points", () => {
  it.each([
    [12_900, "12,900원", "₩12,900"],
    [0, "0원", "₩0"],
    [-3_000, "-3,000원", "-₩3,000"],
    [1_000_000_000_000, "1,000,000,000,000원", "₩1,000,000,000,000"],
  ])("%d", (won, ko, en) => {
    expect(formatWon(won, "ko")).toBe(ko);
    expect(formatWon(won, "en")).toBe(en);
  });

  it("writes points with a P", () => expect(formatPoints(1200, "ko")).toBe("1,200P"));
});

describe("dates", () => {
  // Built from local parts, so that the test holds in every zone.
  const thursday = new Date(2026, 2, 5, 14, 30);

  it("dates", () => {
    expect(formatDate(thursday, "ko")).toBe("2026.03.05(목)");
    expect(formatDate(thursday, "en")).toBe("Mar 5, 2026");
  });

  it("dates with time", () => {
    expect(formatDateTime(thursday, "ko")).toBe("2026.03.05(목) 14:30");
    expect(formatDateTime(thursday, "en").replace(/\s/g, " ")).toBe("Mar 5, 2026, 2:30 PM");
  });

  it.each([
    [new Date(2026, 2, 8, 0, 1), 3],
    [new Date(2026, 2, 5, 23, 59), 0],
    [new Date(2026, 2, 4, 23, 59), -1],
  ])("counts calendar days until %s", (until, expected) => {
    expect(daysUntil(until, thursday)).toBe(expected);
  });

  it("tells ages coarsely", () => {
    expect(formatAge(new Date(2026, 2, 5, 14, 27), thursday, "ko")).toBe("3분 전");
    expect(formatAge(new Date(2026, 2, 5, 14, 27), thursday, "en")).toBe("3 minutes ago");
    expect(formatAge(thursday, thursday, "ko")).toBe("방금 전");
  });

  it.each([
    [20, "1분 이내", "within a minute"],
    [180, "3분 후", "in 3 minutes"],
    [4 * 3600, "4시간 후", "in 4 hours"],
  ])("does not tell what comes in %s seconds as past", (seconds, ko, en) => {
    const at = new Date(thursday.getTime() + seconds * 1000);
    expect(formatUntil(at, thursday, "ko")).toBe(ko);
    expect(formatUntil(at, thursday, "en")).toBe(en);
  });
});

it("splits what is left and stops at zero", () => {
  expect(splitDuration(90_061_000)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
  expect(splitDuration(-5)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
});
