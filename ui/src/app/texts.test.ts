// Both languages hold the same keys and the same placeholders; particles follow the word.
import i18next from "i18next";
import { expect, it } from "vitest";
import { adminEn, adminKo } from "./admin/texts";
import { demoEn, demoKo } from "./demo/texts";
import { restockEn, restockKo } from "@/features/restock/texts";
import { recoveryEn, recoveryKo } from "@/pages/recovery/texts";
import { returnsEn, returnsKo } from "@/features/returns/texts";
import { ko } from "./texts";
import { en } from "./textsEn";

type Texts = { [key: string]: string | Texts };

function flatten(texts: Texts, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    // Korean has one plural form, English two; they count as one key.
    const path = prefix + key.replace(/_(one|other)$/, "");
    if (typeof value === "string") flat.set(path, value);
    else for (const [inner, text] of flatten(value, `${path}.`)) flat.set(inner, text);
  }
  return flat;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? "").sort();
}

const korean = flatten({ ...ko, ...adminKo, ...demoKo, ...recoveryKo, ...restockKo, ...returnsKo });
const english = flatten({ ...en, ...adminEn, ...demoEn, ...recoveryEn, ...restockEn, ...returnsEn });

it("has every text in both languages", () => {
  expect([...english.keys()].sort()).toEqual([...korean.keys()].sort());
});

it.each([...korean])("%s has the same placeholders in both", (key, text) => {
  const other = english.get(key) ?? "";
  expect([...new Set(placeholders(other))]).toEqual([...new Set(placeholders(text))]);
});

it("leaves no text empty", () => {
  for (const [key, text] of [...korean, ...english]) expect(text, key).not.toBe("");
});

it("joins words with their particle", () => {
  i18next.addResource("ko", "common", "probe", "{{name, josa(pair: 을/를)}} 담았어요");
  expect(i18next.t("probe" as "close", { name: "귤", lng: "ko" })).toBe("귤을 담았어요");
});
