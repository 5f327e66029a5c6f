// The texts of refunds and returns, which only the page of an order loads.
import i18next from "i18next";
import koReturns from "@/locales/ko/returns.json";
import enReturns from "@/locales/en/returns.json";

export const returnsKo = { returns: koReturns };
export const returnsEn = { returns: enReturns };

/** Makes the texts known. Repeating it costs nothing. */
export function addReturnTexts(): void {
  i18next.addResourceBundle("ko", "returns", koReturns);
  i18next.addResourceBundle("en", "returns", enReturns);
}
