// The recorded runs of the proof: each goal has words, and says whether it was reached.
import { describe, expect, it } from "vitest";
import en from "@/locales/en/adminProof.json";
import ko from "@/locales/ko/adminProof.json";
import { gatherGoals, isReached, type GoalKey, type Report, RUNS, SIZES } from "./proofRuns";

const KEYS = Object.keys(ko.how.goal) as GoalKey[];

function report(changed: Partial<Report> = {}): Report {
  return { goal: "faults", figure: 12, reach: 10, planted: 3, caught: 3, seconds: 1, ...changed };
}

describe("the recorded runs", () => {
  it("have words for every goal, in both languages", () => {
    const goals = SIZES.flatMap((size) => RUNS[size]?.goals ?? []).map(({ goal }) => goal);
    expect(goals.length).toBeGreaterThan(0);
    for (const goal of goals) {
      expect(Object.keys(ko.how.goal)).toContain(goal);
      expect(Object.keys(en.how.goal)).toContain(goal);
    }
  });

  it("show every goal that has words", () => {
    expect(gatherGoals(RUNS, KEYS).map(({ key }) => key)).toEqual(KEYS);
  });
});

describe("a goal", () => {
  it("has the figures of both runs", () => {
    const run = { date: "2026-11-30", commit: "abc", machine: "two cores" };
    const goals = gatherGoals({ quick: { ...run, goals: [report()] }, full: { ...run, goals: [report({ figure: 99 })] } }, KEYS);
    expect(goals).toEqual([{ key: "faults", reports: { quick: report(), full: report({ figure: 99 }) } }]);
  });

  it.each([
    [{}, true],
    [{ figure: 9 }, false],
    [{ caught: 2 }, false],
    [{ planted: 0, caught: 0 }, false],
  ])("with %o is reached: %s", (changed, reached) => {
    expect(isReached(report(changed))).toBe(reached);
  });
});
