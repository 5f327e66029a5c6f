// Brings the panel's texts in before its first page is drawn.
import i18next from "i18next";

/** Repeating it costs nothing. */
export async function loadAdminTexts(): Promise<void> {
  const { adminKo, adminEn } = await import("./texts");
  for (const [lang, texts] of Object.entries({ ko: adminKo, en: adminEn })) {
    for (const [name, words] of Object.entries(texts)) i18next.addResourceBundle(lang, name, words);
  }
}
