// The scenarios with the sizes at which they are usually run, and the bounds of a run.
import type { LabGuard, LabMoment, LabScenario, RunLab } from "@/ipc/generated/operations";

export const SCENARIOS: readonly LabScenario[] = ["coupon-rush", "last-item", "limited-edition", "flash-sale", "wallet-race", "mixed"];

/** From the weakest to the shop's own. */
export const GUARDS: readonly LabGuard[] = ["none", "one-lock", "compare-and-set", "keyed"];

/** Where a process can be killed, in the order of a checkout. */
export const MOMENTS: readonly LabMoment[] = [
  "before-stock",
  "order-written",
  "before-commit",
  "after-commit",
  "between-order-and-payment",
  "points-taken",
  "after-payment-commit",
];

/** What a crowd is made of; the guard is chosen apart, because the same crowd meets several. */
export type Crowd = Omit<RunLab, "guard">;

type Size = Pick<Crowd, "people" | "stock">;

const USUAL: Readonly<Record<LabScenario, Size>> = {
  "coupon-rush": { people: 1_000, stock: 100 },
  "last-item": { people: 100, stock: 1 },
  "limited-edition": { people: 1_000, stock: 100 },
  "flash-sale": { people: 1_000, stock: 100 },
  "wallet-race": { people: 100, stock: 10 },
  mixed: { people: 500, stock: 100 },
};

export const BOUNDS = {
  people: { min: 1, max: 100_000 },
  stock: { min: 1, max: 1_000_000 },
  seed: { min: 0, max: Number.MAX_SAFE_INTEGER },
  arrivalSeconds: { min: 0, max: 600 },
} as const;

export function usualCrowd(scenario: LabScenario): Crowd {
  return { scenario, ...USUAL[scenario], seed: 7, arrivalSeconds: 0 };
}

/** The fields that are outside their bounds. */
export function faults(crowd: Crowd): (keyof typeof BOUNDS)[] {
  const fields = Object.keys(BOUNDS) as (keyof typeof BOUNDS)[];
  return fields.filter((field) => {
    const value = crowd[field];
    return !Number.isSafeInteger(value) || value < BOUNDS[field].min || value > BOUNDS[field].max;
  });
}
