// Texts and their language: Korean unless chosen otherwise, switched at run time, remembered.
import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { setCallLanguage } from "@/ipc/call";
import { storedLanguage } from "@/shared/appearance/language";
import type { Lang } from "@/shared/text/format";
import { type JosaPair, particle } from "@/shared/text/josa";
import { ko } from "./texts";

/** Brings the English texts when they are first needed; the Korean ones are there from the beginning. */
const english: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (_language, namespace, done) => {
    import("./textsEn").then(
      ({ en }) => done(null, en[namespace as keyof typeof en]),
      (failure: unknown) => done(failure as Error, null),
    );
  },
};

/** Resolves when the texts of the chosen language are there. */
export const textsReady: Promise<unknown> = i18next.use(initReactI18next).use(english).init({
  resources: { ko },
  partialBundledLanguages: true,
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
