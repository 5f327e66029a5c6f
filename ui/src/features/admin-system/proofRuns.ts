// The runs of `cargo xtask proof` that were kept when this program was built, each goal with its quick and its full figure.
import type texts from "@/locales/ko/adminProof.json";
import recorded from "./proofRuns.json";

/** What one harness has shown, as `tests/src/proof.rs` writes it. */
export interface Report {
  goal: string;
  figure: number;
  /** The number that the figure has to reach. */
  reach: number;
  /** Bugs that were put in on purpose, and those of them that were caught. */
  planted: number;
  caught: number;
  seconds: number;
}

export interface ProofRun {
  /** The day in UTC, YYYY-MM-DD. */
  date: string;
  commit: string;
  machine: string;
  goals: readonly Report[];
}

export const SIZES = ["quick", "full"] as const;

export type Size = (typeof SIZES)[number];

export type GoalKey = keyof typeof texts.how.goal;

export interface Goal {
  key: GoalKey;
  reports: Readonly<Partial<Record<Size, Report>>>;
}

export const RUNS: Readonly<Partial<Record<Size, ProofRun>>> = recorded;

/** The goals of all runs, in the order of the texts; a goal that no run has is left out. */
export function gatherGoals(runs: Readonly<Partial<Record<Size, ProofRun>>>, keys: readonly GoalKey[]): Goal[] {
  const reportOf = (size: Size, key: GoalKey) => runs[size]?.goals.find(({ goal }) => goal === key);
  return keys
    .map((key) => ({ key, reports: Object.fromEntries(SIZES.flatMap((size) => entry(size, reportOf(size, key)))) }))
    .filter(({ reports }) => Object.keys(reports).length > 0);
}

function entry(size: Size, report: Report | undefined): [Size, Report][] {
  return report === undefined ? [] : [[size, report]];
}

/** Whether the figure is reached and every bug was caught. */
export function isReached({ figure, reach, planted, caught }: Report): boolean {
  return figure >= reach && planted > 0 && caught === planted;
}
