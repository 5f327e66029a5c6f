// How many are left, how many one customer may buy, and what of that is used up. Kept current by events;
// running out and coming back are said aloud, every single unit is not.
import { Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Product, ProductOption } from "@/ipc/generated/operations";
import { announce } from "@/shared/components/LiveRegion";
import { LAST_FEW } from "@/shared/lastFew";
import { type Allowance, isSellable } from "./allowance";
import classes from "./Product.module.css";

interface StockNoteProps {
  product: Product;
  option?: ProductOption;
  allowance: Allowance;
}

export function StockNote({ product, option, allowance }: StockNoteProps) {
  const { t } = useTranslation("product");
  const left = (option ?? product).availableQuantity;
  const sellable = isSellable(product, option);
  useSaidAloud(sellable);
  return (
    <div className={classes.notes}>
      {!sellable && (
        <Text fw={600}>{t(product.state === "DISCONTINUED" ? "stock.discontinued" : "stock.soldOut")}</Text>
      )}
      {sellable && left <= LAST_FEW && (
        <Text fw={700} c="var(--accent-text)">
          {t("stock.left", { count: left })}
        </Text>
      )}
      {product.limitedQuantity && <LimitText limit={product.limitedQuantity} allowance={allowance} />}
    </div>
  );
}

function LimitText({ limit, allowance: { bought, inCart } }: { limit: number; allowance: Allowance }) {
  const { t } = useTranslation("product");
  return (
    <Text c="dimmed" size="sm">
      {t("limit.each", { count: limit })}
      {bought > 0 && <span> · {t("limit.bought", { count: bought })}</span>}
      {inCart > 0 && <span> · {t("limit.inCart", { count: inCart })}</span>}
    </Text>
  );
}

function useSaidAloud(sellable: boolean): void {
  const { t } = useTranslation("product");
  const before = useRef(sellable);
  useEffect(() => {
    if (before.current === sellable) return;
    before.current = sellable;
    announce(t(sellable ? "stock.back" : "stock.justSoldOut"));
  }, [sellable, t]);
}
