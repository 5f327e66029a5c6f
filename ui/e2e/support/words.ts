// The texts of the locale files, so that one story runs in either language. Stories of customers write their texts out,
// which checks these, too.
import { readFileSync } from "node:fs";
import { type JosaPair, josa } from "../../src/shared/text/josa";
import { ROOT } from "./places";

/** A value in a text, with the particle that follows it in Korean. */
const VALUE = /\{\{(\w+)(?:, number)?(?:, josa\(pair: ([^)]+)\))?\}\}/g;

export type Lang = "ko" | "en";
type Values = Record<string, string | number>;
type Texts = { readonly [key: string]: string | Texts };

export interface Words {
  lang: Lang;
  /** The text of a key such as `adminOrders:action.ship`; a count picks its plural. An unknown key fails the story. */
  of: (key: string, values?: Values) => string;
  /** Whole won: `12,900원` or `₩12,900`. */
  won: (amount: number) => string;
}

export function wordsOf(lang: Lang): Words {
  const files = new Map<string, Texts>();
  const fileOf = (name: string): Texts => {
    const read = files.get(name) ?? (JSON.parse(readFileSync(`${ROOT}ui/src/locales/${lang}/${name}.json`, "utf8")) as Texts);
    files.set(name, read);
    return read;
  };
  const lookUp = (texts: Texts, path: string) => path.split(".").reduce<string | Texts | undefined>((found, step) => (typeof found === "object" ? found[step] : undefined), texts);
  const of = (key: string, values: Values = {}) => {
    const [file = "", path = ""] = key.split(":");
    const texts = fileOf(file);
    const text = lookUp(texts, path) ?? lookUp(texts, `${path}_${values.count === 1 ? "one" : "other"}`);
    if (typeof text !== "string") throw new Error(`${key} is no text of ${lang}`);
    return text.replace(VALUE, (_, name: string, pair?: JosaPair) => {
      const given = values[name] ?? "";
      const value = typeof given === "number" && name === "count" ? given.toLocaleString("en") : String(given);
      return pair === undefined ? value : josa(value, pair);
    });
  };
  const won = (amount: number) => (lang === "ko" ? `${amount.toLocaleString("en")}원` : `₩${amount.toLocaleString("en")}`);
  return { lang, of, won };
}
