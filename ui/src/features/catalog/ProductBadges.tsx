// Sold out, last few, limited, sale: in words, so that colour only helps.
import { useTranslation } from "react-i18next";
import type { Badge } from "./offer";
import classes from "./ProductBadges.module.css";

export function ProductBadges({ badges }: { badges: readonly Badge[] }) {
  const { t } = useTranslation("catalog");
  if (badges.length === 0) return null;
  return (
    <span className={classes.row}>
      {badges.map((badge) => (
        <span key={badge.kind} className={classes.badge} data-kind={badge.kind}>
          {badge.kind === "soldOut" && t("badge.soldOut")}
          {badge.kind === "sale" && t("badge.sale")}
          {badge.kind === "lastFew" && t("badge.lastFew", { left: badge.left })}
          {badge.kind === "limited" && t("badge.limited", { limit: badge.limit })}
        </span>
      ))}
    </span>
  );
}
