// The presentation moves on by its own time, rests when asked, and waits for what it is to show.
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { STEPS } from "./steps";
import { usePlayback } from "./usePlayback";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1_000));
const first = STEPS[0]?.seconds ?? 0;

it("takes ninety seconds in all", () => {
  expect(STEPS.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(90);
  const { result } = renderHook(() => usePlayback(false));
  pass(83);
  expect(result.current.at).toBe(STEPS.length - 1);
  pass(60);
  expect(result.current.at, "the last one stays").toBe(STEPS.length - 1);
});

it("rests, and goes on where it was", () => {
  const { result } = renderHook(() => usePlayback(false));
  pass(first - 2);
  act(() => result.current.toggle());
  pass(30);
  expect([result.current.at, result.current.paused]).toEqual([0, true]);
  act(() => result.current.toggle());
  pass(3);
  expect(result.current.at).toBe(1);
});

it("waits for a run that takes longer than its step", () => {
  const { result, rerender } = renderHook(({ waiting }) => usePlayback(waiting), { initialProps: { waiting: true } });
  pass(first + 20);
  expect([result.current.at, result.current.shown]).toEqual([0, first]);
  rerender({ waiting: false });
  pass(0.2);
  expect(result.current.at).toBe(1);
});

it("goes to no step that there is not", () => {
  const { result } = renderHook(() => usePlayback(false));
  act(() => result.current.go(-1));
  expect(result.current.at).toBe(0);
  act(() => result.current.go(99));
  expect(result.current.at).toBe(STEPS.length - 1);
});
