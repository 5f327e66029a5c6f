// Rates come from two readings of counters that start at zero with the program.
import { expect, it } from "vitest";
import type { Metrics, Verdict } from "@/ipc/generated/operations";
import { pauseAfter } from "./queries";
import { averageGroup, writesPerSecond } from "./rates";

function look(second: number, tasks: number, groups = tasks): Metrics {
  return { at: new Date(1_000_000 + second * 1_000).toISOString(), writer: { tasks, groups } } as Metrics;
}

it("tells writes a second from two looks", () => {
  expect(writesPerSecond([look(0, 10), look(2, 50), look(4, 50)])).toEqual([null, 20, 0]);
});

it("tells nothing over a restart, nor from two looks at once", () => {
  expect(writesPerSecond([look(0, 100), look(2, 3), look(2, 9)])).toEqual([null, null, null]);
});

it("has no average before the first commit", () => {
  expect(averageGroup(look(0, 0))).toBeNull();
  expect(averageGroup(look(0, 30, 4))).toBe(7.5);
});

it("checks large books less often", () => {
  const taking = (micros: number) => ({ identities: [{ micros }] }) as Verdict;
  expect(pauseAfter(undefined)).toBe(5_000);
  expect(pauseAfter(taking(20_000))).toBe(5_000);
  expect(pauseAfter(taking(3_000_000))).toBe(60_000);
});
