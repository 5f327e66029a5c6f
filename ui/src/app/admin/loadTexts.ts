// Loads the panel's texts before its first page is rendered.
import i18next from "i18next";

/** Repeating it costs nothing. */
export async function loadAdminTexts(): Promise<void> {
  const { adminKo, adminEn } = await import("./texts");
  for (const [lang, texts] of Object.entries({ ko: adminKo, en: adminEn })) {
    for (const [name, words] of Object.entries(texts)) i18next.addResourceBundle(lang, name, words);
  }
}
