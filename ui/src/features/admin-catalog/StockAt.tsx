// The stock of a product, or of one of its options, as of an instant.
import { useTranslation } from "react-i18next";
import { AsOfPanel } from "@/shared/components/asOf/AsOfPanel";
import { useTravel } from "@/shared/components/asOf/useTravel";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { useStockAt } from "./queries";

interface StockAtProps {
  productId: number;
  /** Absent for a product without options. */
  optionId: number | undefined;
}

export function StockAt({ productId, optionId }: StockAtProps) {
  const { t } = useTranslation("adminAsOf");
  const lang = useLang();
  const travel = useTravel();
  const query = useStockAt(productId, optionId, travel.asked);
  return (
    <AsOfPanel noun="stock" travel={travel} query={query}>
      {({ availableQuantity }) => (availableQuantity == null ? t("before") : t("figure.stock", { shown: formatCount(availableQuantity, lang) }))}
    </AsOfPanel>
  );
}
