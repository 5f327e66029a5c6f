// The characters of the texts become the ranges that the font is cut by.
import { expect, it } from "vitest";
import { charactersOf, unicodeRange } from "./unicodeRange.ts";

it("reads single characters and runs, and writes them as it has read them", () => {
  const characters = charactersOf("U+41-43, U+ac00");
  expect([...characters].join("")).toBe("ABC가");
  expect(unicodeRange(characters)).toBe("U+41-43, U+ac00");
});

it("joins what follows one another, in whatever order it came", () => {
  expect(unicodeRange(new Set("각CBA가"))).toBe("U+41-43, U+ac00-ac01");
});
