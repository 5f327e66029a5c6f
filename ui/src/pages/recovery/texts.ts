// The texts of the way back to a shop, which only a shop that cannot be opened loads.
import i18next from "i18next";
import koRecovery from "@/locales/ko/recovery.json";
import enRecovery from "@/locales/en/recovery.json";

export const recoveryKo = { recovery: koRecovery };
export const recoveryEn = { recovery: enRecovery };

/** Makes the texts known. Repeating it costs nothing. */
export function addRecoveryTexts(): void {
  i18next.addResourceBundle("ko", "recovery", koRecovery);
  i18next.addResourceBundle("en", "recovery", enRecovery);
}
