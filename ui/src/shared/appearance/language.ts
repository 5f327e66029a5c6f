// The chosen language: kept in this window's storage, Korean until another is chosen.
import i18next from "i18next";
import type { Lang } from "@/shared/text/format";

const STORED = "jangteo.language";

/** What was chosen the last time. */
export function storedLanguage(): Lang {
  return localStorage.getItem(STORED) === "en" ? "en" : "ko";
}

/** Switches every text, and the language of the shop's own messages, and remembers it. */
export function switchLanguage(lang: Lang): void {
  localStorage.setItem(STORED, lang);
  void i18next.changeLanguage(lang);
}
