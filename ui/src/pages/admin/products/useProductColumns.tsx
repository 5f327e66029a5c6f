// The columns of the list. Price and stock are changed where they stand.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { PriceCell } from "@/features/admin-catalog/PriceCell";
import { ProductStateBadge } from "@/features/admin-catalog/ProductStateBadge";
import { StockCell } from "@/features/admin-catalog/StockCell";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import { useMay } from "@/features/user/session";
import type { AdminProduct } from "@/ipc/generated/operations";
import { NameText } from "@/shared/components/NameText";
import { RowPicture } from "@/shared/components/RowPicture";
import type { Column } from "@/shared/components/table/column";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount, formatDate, formatDateTime } from "@/shared/text/format";
import classes from "./products.module.css";

export function useProductColumns(onAdjust: (product: AdminProduct) => void): readonly Column<AdminProduct>[] {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const categoryName = useCategoryName();
  const setsPrices = useMay()("update_product");
  return useMemo(() => {
    const count = (figure: number) => formatCount(figure, lang);
    return [
      { id: "name", title: t("column.name"), main: true, cell: (product) => <Name product={product} saleWords={(rate) => t("onSale", { rate })} /> },
      { id: "id", title: t("column.id"), width: 6, figures: true, optional: true, cell: ({ id }) => id },
      { id: "category", title: t("column.category"), width: 6.5, cell: ({ category }) => categoryName(category) },
      { id: "state", narrow: "below", title: t("column.state"), width: 8, cell: ({ state }) => <ProductStateBadge state={state} /> },
      { id: "price", narrow: "aside", title: t("column.price"), width: 7.75, figures: true, sort: { ascending: "priceAsc", descending: "priceDesc" }, cell: (product) => <PriceCell product={product} editable={setsPrices} /> },
      { id: "stock", narrow: "aside", title: t("column.stock"), width: 7, figures: true, cell: (product) => <StockCell product={product} onAdjust={() => onAdjust(product)} /> },
      { id: "popularity", title: t("column.popular"), width: 7.5, figures: true, sort: { descending: "popular" }, cell: ({ popularity }) => count(popularity) },
      { id: "sold", title: t("column.sold"), width: 7, figures: true, optional: true, cell: ({ soldQuantity }) => count(soldQuantity) },
      { id: "options", title: t("column.options"), width: 6, figures: true, optional: true, cell: ({ options }) => (options.length > 0 ? count(options.length) : "–") },
      { id: "limit", title: t("column.limit"), width: 7, figures: true, optional: true, cell: ({ limitedQuantity }) => (limitedQuantity ? count(limitedQuantity) : "–") },
      { id: "updated", title: t("column.updated"), width: 12, optional: true, cell: ({ updatedAt }) => formatDateTime(updatedAt, lang) },
      { id: "created", title: t("column.created"), width: 8, sort: { descending: "newest" }, cell: ({ createdAt }) => formatDate(createdAt, lang) },
    ];
    // `categoryName` follows `t`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [t, lang, setsPrices, onAdjust]);
}

interface NameProps {
  product: AdminProduct;
  saleWords: (rate: number) => string;
}

function Name({ product, saleWords }: NameProps) {
  return (
    <span className={classes.name}>
      <RowPicture src={product.imageUrl} size={40} muted={product.state === "DELETED"} />
      <span className={classes.words}><NameText name={product.name} nameEn={product.nameEn} /></span>
      {product.onSale && product.sale && (
        <span className={classes.sale}>{saleWords(product.sale.rate)}</span>
      )}
    </span>
  );
}
