// The texts of the demo's tools, which only a demo shop loads.
import i18next from "i18next";
import koDemo from "@/locales/ko/demo.json";
import enDemo from "@/locales/en/demo.json";

export const demoKo = { demo: koDemo };
export const demoEn = { demo: enDemo };

/** Makes the texts known. Repeating it costs nothing. */
export function addDemoTexts(): void {
  i18next.addResourceBundle("ko", "demo", koDemo);
  i18next.addResourceBundle("en", "demo", enDemo);
}
