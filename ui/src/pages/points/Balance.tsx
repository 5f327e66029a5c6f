// The balance, large, and the points spent.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Points as Balances } from "@/ipc/generated/operations";
import { Points } from "@/shared/components/Money";
import { useLang } from "@/shared/hooks/useLang";
import { formatPoints } from "@/shared/text/format";
import classes from "./points.module.css";

export function Balance({ points }: { points: Balances }) {
  const { t } = useTranslation("points");
  const lang = useLang();
  return (
    <section className={classes.balance} aria-label={t("balance")}>
      <div>
        <Text fw={600}>{t("balance")}</Text>
        <p className={classes.figure}>
          <Points amount={points.availablePoint} />
        </p>
      </div>
      <div className={classes.remarks}>
        <Text fw={600} className="tabular">
          {t("spent", { amount: formatPoints(points.usedPoint, lang) })}
        </Text>
        <Text size="sm" c="dimmed">
          {t("worth")}
        </Text>
      </div>
    </section>
  );
}
