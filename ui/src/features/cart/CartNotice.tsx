// Changes of a line since it was added, and the reason why it cannot be ordered, in words with an icon.
import { Button } from "@mantine/core";
import { CircleSlash, Info, TrendingDown, TrendingUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CartItem } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { LAST_FEW } from "@/shared/lastFew";
import { formatWon } from "@/shared/text/format";
import classes from "./CartRow.module.css";

interface CartNoticeProps {
  item: CartItem;
  onReduce: (quantity: number) => void;
}

export function CartNotice({ item, onReduce }: CartNoticeProps) {
  return (
    <>
      {item.orderable ? <LastFew item={item} /> : <Refusal item={item} onReduce={onReduce} />}
      <PriceChange item={item} />
    </>
  );
}

function Refusal({ item, onReduce }: CartNoticeProps) {
  const { t } = useTranslation("cart");
  const { availableQuantity: left, limitedQuantity: limit } = item;
  const short = item.reason === "INSUFFICIENT_STOCK";
  return (
    <span className={classes.notice} data-kind="stop">
      <CircleSlash size={16} aria-hidden />
      <span>{refusalText()}</span>
      {short && left > 0 && (
        <Button size="compact-sm" variant="default" className={classes.reduce} onClick={() => onReduce(left)}>
          {t("reason.reduce", { left })}
        </Button>
      )}
    </span>
  );

  function refusalText(): string {
    if (short) return left > 0 ? t("reason.short", { left }) : t("reason.soldOut");
    if (item.reason === "EXCEEDED_LIMITED_QUANTITY") return limit ? t("reason.limit", { limit }) : t("reason.limitUnknown");
    return t("reason.gone");
  }
}

function LastFew({ item }: { item: CartItem }) {
  const { t } = useTranslation("cart");
  if (item.availableQuantity > LAST_FEW) return null;
  return (
    <span className={classes.notice} data-kind="tell">
      <Info size={16} aria-hidden />
      <span>{t("lastFew", { left: item.availableQuantity })}</span>
    </span>
  );
}

function PriceChange({ item: { price, previousPrice } }: { item: CartItem }) {
  const { t } = useTranslation("cart");
  const lang = useLang();
  if (previousPrice == null || previousPrice === price) return null;
  const dearer = price > previousPrice;
  const Icon = dearer ? TrendingUp : TrendingDown;
  const figures = { before: formatWon(previousPrice, lang), now: formatWon(price, lang) };
  return (
    <span className={classes.notice} data-kind="tell">
      <Icon size={16} aria-hidden />
      <span>{dearer ? t("priceUp", figures) : t("priceDown", figures)}</span>
    </span>
  );
}
