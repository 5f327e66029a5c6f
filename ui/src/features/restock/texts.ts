// The texts of restock notices, which come with the pages that need them.
import i18next from "i18next";
import enRestock from "@/locales/en/restock.json";
import koRestock from "@/locales/ko/restock.json";

export const restockKo = { restock: koRestock };
export const restockEn = { restock: enRestock };

export function addRestockTexts(): void {
  i18next.addResourceBundle("ko", "restock", koRestock);
  i18next.addResourceBundle("en", "restock", enRestock);
}
