// A step of the presentation whose run is refused because another one is still ending: it is made again, a bounded number of times.
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { standInWindow } from "@/shared/testing";
import { MOST_RETRIES, RETRY_MS } from "./retry";
import { useGuardRuns } from "./useGuardRuns";
import { usePlug } from "./usePlug";

const CONFLICT = { code: "CONFLICT", message: "" };

let asked: string[] = [];
/** How many runs are refused from now on, and with what. */
let refusals = { left: 0, error: CONFLICT };

standInWindow((command: string) => {
  asked.push(command);
  refusals.left -= 1;
  return refusals.left >= 0 ? Promise.reject(refusals.error) : Promise.resolve({ oversold: 0 });
});

beforeEach(() => {
  vi.useFakeTimers();
  [asked, refusals] = [[], { left: 0, error: CONFLICT }];
});
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const passTries = async (tries: number) => {
  for (let nth = 0; nth < tries; nth += 1) await pass(RETRY_MS);
};

const STEPS = [
  ["the killed process", "pull_the_plug", (wanted: boolean) => usePlug(wanted).result],
  ["the crowd", "run_lab", (wanted: boolean) => useGuardRuns(wanted ? "keyed" : undefined).results.keyed ?? { state: "new" }],
] as const;

it.each(STEPS)("%s waits for the run before it", async (_step, command, useStep) => {
  refusals.left = 2;
  const { result } = renderHook(() => useStep(true));
  await pass(0);
  expect([result.current.state, asked.length], "refused once").toEqual(["new", 1]);
  await passTries(2);
  expect(result.current.state).toBe("done");
  expect(asked).toEqual([command, command, command]);
});

it.each(STEPS)("%s fails where the other run does not end", async (_step, _command, useStep) => {
  refusals.left = Number.POSITIVE_INFINITY;
  const { result } = renderHook(() => useStep(true));
  await passTries(MOST_RETRIES + 5);
  expect(result.current.state).toBe("failed");
  expect(asked).toHaveLength(MOST_RETRIES + 1);
});

it.each(STEPS)("%s fails at once where something else refuses it", async (_step, _command, useStep) => {
  refusals = { left: 1, error: { code: "FORBIDDEN", message: "" } };
  const { result } = renderHook(() => useStep(true));
  await passTries(5);
  expect([result.current.state, asked.length]).toEqual(["failed", 1]);
});

it.each(STEPS)("%s is not tried again while its step is not shown", async (_step, _command, useStep) => {
  refusals.left = 1;
  const { result, rerender } = renderHook(({ wanted }) => useStep(wanted), { initialProps: { wanted: true } });
  await pass(0);
  rerender({ wanted: false });
  await passTries(5);
  expect([result.current.state, asked.length]).toEqual(["new", 1]);
  rerender({ wanted: true });
  await pass(RETRY_MS);
  expect(result.current.state).toBe("done");
});
