// The steps of the presentation, ninety seconds in all.

export interface PresentStep {
  /** A key of demo.json's "present.step". */
  key: "shop" | "rush" | "none" | "keyed" | "proof" | "end";
  /** How long it is shown; a run that takes longer is waited for. */
  seconds: number;
}

export const STEPS: readonly PresentStep[] = [
  { key: "shop", seconds: 16 },
  { key: "rush", seconds: 12 },
  { key: "none", seconds: 18 },
  { key: "keyed", seconds: 18 },
  { key: "proof", seconds: 14 },
  { key: "end", seconds: 12 },
];
