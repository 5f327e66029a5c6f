// The steps of the presentation, ninety seconds in all.

export interface PresentStep {
  /** A key of demo.json's "present.step". */
  key: "shop" | "rush" | "none" | "keyed" | "proof" | "plug" | "recovered" | "end";
  /** How long it is shown; a run that takes longer is waited for. */
  seconds: number;
}

export const STEPS: readonly PresentStep[] = [
  { key: "shop", seconds: 14 },
  { key: "rush", seconds: 8 },
  { key: "none", seconds: 14 },
  { key: "keyed", seconds: 14 },
  { key: "proof", seconds: 12 },
  { key: "plug", seconds: 10 },
  { key: "recovered", seconds: 10 },
  { key: "end", seconds: 8 },
];
