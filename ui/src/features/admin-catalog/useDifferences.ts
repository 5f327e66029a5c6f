// The differences between an edit of a product and the version saved meanwhile, in the words of the form.
import { useTranslation } from "react-i18next";
import type { Difference } from "@/shared/components/ConflictDialog";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatDateTime, formatWon, type Lang } from "@/shared/text/format";
import { textOf } from "@/shared/richText/plainText";
import type { ProductFields } from "./productFields";

export function useDifferences(): (mine: ProductFields, theirs: ProductFields, categoryName: (code: string) => string) => Difference[] {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  return (mine, theirs, categoryName) => {
    // Where only the formatting differs, the text alone would look the same on both sides.
    const isSameText = textOf(mine.descriptionHtml) === textOf(theirs.descriptionHtml);
    const rows: readonly [string, (fields: ProductFields) => string][] = [
      [t("form.name"), ({ name }) => name],
      [t("form.nameEn"), ({ nameEn }) => nameEn],
      [t("form.category"), ({ category }) => categoryName(category)],
      [t("form.description"), ({ descriptionHtml }) => (isSameText ? descriptionHtml : textOf(descriptionHtml))],
      [t("form.descriptionEn"), ({ descriptionEn }) => descriptionEn],
      [t("form.price"), ({ price }) => (price === "" ? "" : formatWon(price, lang))],
      [t("form.sku"), ({ sku }) => sku],
      [t("form.barcode"), ({ barcode }) => barcode],
      [t("form.lowStockThreshold"), ({ lowStockThreshold }) => (lowStockThreshold === "" ? "" : formatCount(lowStockThreshold, lang))],
      [t("form.limitedQuantity"), ({ limitedQuantity }) => (limitedQuantity === "" ? "" : formatCount(limitedQuantity, lang))],
      [t("form.state"), ({ state }) => t(`state.${state}`)],
      [t("form.sale"), (fields) => (fields.hasSale ? t("form.saleText", saleWords(fields, lang)) : "")],
    ];
    return rows
      .map(([label, read]) => ({ label, mine: read(mine), theirs: read(theirs) }))
      .filter(({ mine: one, theirs: other }) => one !== other);
  };
}

function saleWords({ saleRate, saleBegins, saleEnds }: ProductFields, lang: Lang) {
  return { rate: String(saleRate), from: whenWords(saleBegins, lang), to: whenWords(saleEnds, lang) };
}

function whenWords(local: string, lang: Lang): string {
  return local === "" ? "" : formatDateTime(local, lang);
}
