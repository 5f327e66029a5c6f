// A customer is told of the texts that have a newer version.
import { expect, it } from "vitest";
import { openConsents } from "./consents";

const TEXTS = [
  { document: "TERMS", version: 2 },
  { document: "PRIVACY", version: 1 },
] as const;

it("finds the texts without a consent to the version in force", () => {
  const agreed = (version: number) => ({ document: "TERMS", version, given: true }) as const;
  expect(openConsents(TEXTS, [])).toEqual(TEXTS);
  expect(openConsents(TEXTS, [agreed(1)])).toEqual(TEXTS);
  expect(openConsents(TEXTS, [agreed(2)])).toEqual([TEXTS[1]]);
  expect(openConsents(TEXTS, [agreed(2), { document: "PRIVACY", version: 1, given: true }])).toEqual([]);
  expect(openConsents([], [agreed(1)])).toEqual([]);
});
