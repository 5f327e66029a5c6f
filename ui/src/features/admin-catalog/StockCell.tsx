// The stock in the list; it opens the dialog that corrects it.
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { AdminProduct } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { productName } from "@/shared/text/names";
import classes from "./admin-catalog.module.css";

export function StockCell({ product, onAdjust }: { product: AdminProduct; onAdjust: () => void }) {
  const { t } = useTranslation("adminProducts");
  const lang = useLang();
  const { availableQuantity, lowStock } = product;
  const shown = availableQuantity === 0 ? t("stock.onlyOut") : t("stock.left", { shown: formatCount(availableQuantity, lang) });
  if (product.state === "DELETED") return shown;
  return (
    <button
      type="button"
      className={classes.edit}
      data-low={lowStock || undefined}
      title={lowStock ? t("stock.low") : undefined}
      aria-label={[shown, lowStock && t("stock.low"), t("inline.stock", { name: productName(product, lang) })].filter(Boolean).join(" ")}
      onClick={onAdjust}
    >
      {lowStock && <TriangleAlert size={14} aria-hidden />}
      {shown}
    </button>
  );
}
