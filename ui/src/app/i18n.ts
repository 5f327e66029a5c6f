// Texts and their language: Korean unless chosen otherwise, switched at run time, remembered.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { setCallLanguage } from "@/ipc/call";
import { storedLanguage } from "@/shared/appearance/language";
import type { Lang } from "@/shared/text/format";
import { type JosaPair, particle } from "@/shared/text/josa";
import { en, ko } from "./texts";

void i18next.use(initReactI18next).init({
  resources: { ko, en },
  lng: storedLanguage(),
  fallbackLng: "ko",
  defaultNS: "common",
  ns: Object.keys(ko),
  interpolation: { escapeValue: false },
  initAsync: false,
});

// In Korean texts: "{{name, josa(pair: 을/를)}} 담았어요".
i18next.services.formatter?.add("josa", (value: unknown, _language, options: { pair?: JosaPair }) => {
  const word = String(value);
  return options.pair === undefined ? word : word + particle(word, options.pair);
});

applyLanguage(i18next.language);
i18next.on("languageChanged", applyLanguage);

function applyLanguage(language: string): void {
  const lang: Lang = language === "en" ? "en" : "ko";
  document.documentElement.lang = lang;
  setCallLanguage(lang);
}
