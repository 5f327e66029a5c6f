// The texts that the Rust side shows keep the glossary, too: messages of error codes, the window's menu, notifications and the
// coupons of the demo.
/// <reference types="node" />
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { neverWords, twoWords, wrongVoices } from "./check";

const rust = (path: string) => readFileSync(resolve(import.meta.dirname, "../../../../src-tauri", path), "utf8");

const messages = rust("crates/shop-contract/src/messages.rs");
const menu = rust("src/menu/layout.rs");
const SOURCES = { messages, menu, notifications: rust("src/notifications/text.rs"), coupons: rust("crates/shop-demo/src/coupons.rs") };

const CODE_AND_TEST = "#[cfg(test)]";

/** A Korean text with its English one behind it. */
function pairsIn(source: string): { korean: Map<string, string>; english: Map<string, string> } {
  const pairs = [...source.matchAll(/"([^"\n]*[가-힣][^"\n]*)",? (?:en: )?"([^"\n]+)"/g)];
  const entries = (index: 1 | 2) => pairs.map((pair, at): [string, string] => [`${at}`, pair[index] ?? ""]);
  return { korean: new Map(entries(1)), english: new Map(entries(2)) };
}

function koreanIn(source: string): Map<string, string> {
  const [code = ""] = source.split(CODE_AND_TEST);
  return new Map([...code.matchAll(/"([^"\n]*[가-힣][^"\n]*)"/g)].map((match, at): [string, string] => [`${at}`, match[1] ?? ""]));
}

it.each(Object.entries(SOURCES))("%s have no word that the glossary rules out", (_name, source) => {
  const texts = koreanIn(source);
  expect(texts.size, "texts are found").toBeGreaterThan(5);
  expect(neverWords("ko", texts)).toEqual([]);
});

it("speaks to shoppers in the messages of error codes, in one sentence or more", () => {
  const { korean, english } = pairsIn(messages);
  expect(korean.size, "messages are found").toBeGreaterThan(20);
  expect(wrongVoices(korean)).toEqual([]);
  expect(neverWords("en", english)).toEqual([]);
  expect([...korean.values(), ...english.values()].filter((text) => !text.endsWith("."))).toEqual([]);
});

it("names the pages in the menu as the pages name themselves", () => {
  const { korean, english } = pairsIn(menu);
  expect(korean.size, "items are found").toBeGreaterThan(20);
  expect(neverWords("en", english)).toEqual([]);
  // Titles in the menu are written with capitals.
  const lower = new Map([...english].map(([key, text]) => [key, text.charAt(0) + text.slice(1).toLowerCase()]));
  expect(twoWords(korean, lower)).toEqual([]);
});
