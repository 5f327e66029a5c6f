// The facts about the business behind the shop in small print, as the law wants them below a shop's pages and on its receipts.
import { useTranslation } from "react-i18next";
import { givenFacts } from "./business";
import classes from "./BusinessText.module.css";
import { useShop } from "./queries";

export function BusinessText() {
  const { t } = useTranslation("common");
  const facts = givenFacts(useShop().data?.business);
  if (facts.length === 0) return null;
  return (
    <dl className={classes.facts} aria-label={t("business.title")}>
      {facts.map(({ field, value }) => (
        <div key={field} className={classes.fact}>
          <dt>{t(`business.${field}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
