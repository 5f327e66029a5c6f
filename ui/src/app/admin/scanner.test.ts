// What is a scanner's code, and what are keys of a user.
import { expect, it } from "vitest";
import { NO_BURST, type Press, pressed } from "./scanner";

function typed(text: string, gap: number, make: (character: string) => Partial<Press> = () => ({})): Press[] {
  const codeOf = (character: string) => (/\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`);
  return [...text].map((character, place) => ({ code: codeOf(character), key: character, shift: false, at: 1000 + place * gap, ...make(character) }));
}

function scanned(presses: readonly Press[], enterAfter: number): string | undefined {
  const last = presses.at(-1)?.at ?? 0;
  const enter: Press = { code: "Enter", key: "Enter", shift: false, at: last + enterAfter };
  const burst = presses.reduce((burst, press) => pressed(burst, press).burst, NO_BURST);
  return pressed(burst, enter).scanned;
}

it.each([
  ["a barcode", typed("8801234567893", 8), 8, "8801234567893"],
  ["a scanner that rests before Enter", typed("8801", 20), 120, "8801"],
  ["fingers", typed("8801234567893", 120), 120, undefined],
  ["Enter long after", typed("88012345", 8), 400, undefined],
  ["three quick keys", typed("jjj", 20), 20, undefined],
  ["the Korean layout", typed("MUG1", 8, (character) => (/\d/.test(character) ? {} : { key: "ㅁ", shift: true })), 8, "MUG1"],
  ["Shift before each letter", typed("MUG1", 8).flatMap((press) => [{ ...press, code: "ShiftLeft", key: "Shift" }, press]), 8, "MUG1"],
  ["an arrow among them", [...typed("8801", 8), { code: "ArrowDown", key: "ArrowDown", shift: false, at: 1040 }], 8, undefined],
] as const)("%s", (_, presses, enterAfter, code) => {
  expect(scanned(presses, enterAfter)).toBe(code);
});

it("keeps the Enter of a scanner from the page, and no other key: a list is walked as quickly", () => {
  const presses = [...typed("8801", 8), { code: "Enter", key: "Enter", shift: false, at: 1032 }];
  let burst = NO_BURST;
  const kept = presses.map((press) => {
    const next = pressed(burst, press);
    burst = next.burst;
    return next.isScanner;
  });
  expect(kept).toEqual([false, false, false, false, true]);
});
