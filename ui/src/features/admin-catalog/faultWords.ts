// Why a line of a table was refused, in the language of the panel. The shop words reasons for programs, in English; one that is
// not known here is shown as it came.
import { useTranslation } from "react-i18next";
import type texts from "@/locales/ko/adminProducts.json";

type Why = keyof typeof texts.csv.why;

const KNOWN: Readonly<Record<string, Why>> = {
  missing: "missing",
  "not a whole number": "wholeNumber",
  "a sale has a rate, a beginning and an end": "sale",
  "NORMAL, OUT_OF_STOCK or DISCONTINUED": "state",
  "a new product is NORMAL": "newState",
  "no such product": "noProduct",
  "a second line of this product": "twice",
  "changed since it was exported": "changed",
  "100 at most": "mostOptions",
  "200,000 lines at most": "mostLines",
  "not a table": "noTable",
  "no line of names": "noNames",
};

const BEGINNINGS: readonly (readonly [string, Why])[] = [
  ["not an instant", "instant"],
  ["not a list", "options"],
];

/** The key of the words for a reason. */
export function whyOf(reason: string): Why | undefined {
  return KNOWN[reason] ?? BEGINNINGS.find(([beginning]) => reason.startsWith(beginning))?.[1];
}

export function useFaultWords(): (reason: string) => string {
  const { t } = useTranslation("adminProducts");
  return (reason) => {
    const why = whyOf(reason);
    return why === undefined ? reason : t(`csv.why.${why}`);
  };
}
