// The rules that the texts keep: no word that the glossary rules out, one term a thing, a voice for each audience, and counts
// that say what they count. Each answers with sentences that name the key and what to write.
import type { Lang } from "@/shared/text/format";
import { NEVER } from "./neverWords";
import { TERMS } from "./terms";

/** Texts by their key, such as `orders:action.pay`. */
export type Texts = ReadonlyMap<string, string>;

type Tree = { readonly [key: string]: string | Tree };

export function textsOf(files: Readonly<Record<string, Tree>>): Texts {
  const texts = new Map<string, string>();
  const walk = (tree: Tree, path: string, mark: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === "string") texts.set(path + mark + key, value);
      else walk(value, path + mark + key, ".");
    }
  };
  for (const [file, tree] of Object.entries(files)) walk(tree, file, ":");
  return texts;
}

/** A text as it is read, without the names of its values and without markup. */
function read(text: string): string {
  return text.replace(/\{\{[^}]*\}\}/g, "}}").replace(/<[^>]*>[^<]*<\/[^>]*>/g, "");
}

export function neverWords(lang: Lang, texts: Texts): string[] {
  return [...texts].flatMap(([key, text]) =>
    NEVER[lang].flatMap(({ word, write }) => {
      const found = word.exec(read(text))?.[0];
      return found === undefined ? [] : [`${lang} ${key}: "${text}" has "${found}", write: ${write}`];
    }),
  );
}

/** The English of a key, whose plural stands for both of its forms. */
function inEnglish(english: Texts, key: string): string | undefined {
  return english.get(key) ?? english.get(`${key}_other`);
}

/** A term of one language that stands beside another word in the other. */
export function twoWords(korean: Texts, english: Texts): string[] {
  return [...korean].flatMap(([key, ko]) => {
    const en = inEnglish(english, key);
    const terms = TERMS.filter((term) => term.ko === ko || term.en === en);
    if (en === undefined || terms.length === 0 || terms.some((term) => term.ko === ko && term.en === en)) return [];
    return [`${key}: "${ko}" and "${en}" are not one term, write: ${terms.map((term) => `"${term.ko}" and "${term.en}" (${term.where})`).join("; or ")}`];
  });
}

/** Pages and parts of pages that admins alone read. A key that ends in `_admin` is the panel's, too. */
const OF_ADMINS = /^(admin[A-Z]\w*|recovery):|^admin:(?!denied\.)|^server:(?!notHere\.)|^shell:(clock\.|storage\.reason\.|notSaved\.|saved$)|_admin$/;

export function isForAdmins(key: string): boolean {
  return OF_ADMINS.test(key);
}

/** Every sentence that ends with a mark. */
function sentences(text: string): string[] {
  return read(text).match(/[^.?!]+[.?!](?=\s|$)/g) ?? [];
}

/** 해요체, but for what one is asked to do (해 주세요) and nouns that end alike (필요, 소요). */
const INFORMAL = /(?<!주세|필|소)요(?![가-힣])/;
const FORMAL = /니다|니까|십시오/;

/** Shoppers read 해요체; admins nouns for labels and 합니다체 for sentences, with 해 주세요 for what they are asked to do. */
export function wrongVoices(korean: Texts): string[] {
  return [...korean].flatMap(([key, text]) => {
    const [banned, ending, write] = isForAdmins(key)
      ? [INFORMAL, /(니다|니까|주세요)[.?!]$/, "a noun, or 합니다체 (~합니다, ~해 주세요)"]
      : [FORMAL, /(요|\}\})[.?!]$/, "해요체 (~해요)"];
    const isWrong = banned.test(read(text)) || !sentences(text).every((sentence) => ending.test(sentence));
    return isWrong ? [`ko ${key}: "${text}", write: ${write}`] : [];
  });
}

/** Where coupons are counted: the value, and the words that say what it counts. */
const COUNTS = { left: { ko: /남음|남았|잔여/, en: /left/ }, issued: { ko: /발급/, en: /issued/ } } as const;

/** The figure beside a coupon's bar says whether it is what is left or what was issued. */
export function bareCounts(lang: Lang, texts: Texts): string[] {
  return [...texts].flatMap(([key, text]) =>
    (["left", "issued"] as const).flatMap((value) => {
      const isBare = /[cC]oupons[:.]/.test(key) && text.includes(`{{${value}}}`) && !COUNTS[value][lang].test(text.replaceAll(`{{${value}}}`, ""));
      return isBare ? [`${lang} ${key}: "${text}" does not say that it counts what is ${value}`] : [];
    }),
  );
}
