// Coupons of which little is left, with how much.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AdminCoupon } from "@/ipc/generated/operations";
import { NameText } from "@/shared/components/NameText";
import { percentOf } from "@/shared/components/charts/scale";
import { Meter } from "@/shared/components/Meter";
import { useLang } from "@/shared/hooks/useLang";
import { formatCount } from "@/shared/text/format";
import { ListPanel } from "./ListPanel";
import classes from "./dashboard.module.css";

const SHOWN = 6;

export function CouponsRunningOut({ coupons }: { coupons: readonly AdminCoupon[] }) {
  const { t } = useTranslation("adminDashboard");
  const lang = useLang();
  return (
    <ListPanel
      title={t("coupons.title")}
      more={{ label: t("more"), to: "/admin/coupons?state=NORMAL" }}
      empty={t("coupons.empty")}
      rows={coupons.slice(0, SHOWN).map(({ id, name, nameEn, remainingQuantity, totalQuantity }) => (
        <li key={id}>
          <Link to={`/admin/coupons?q=${encodeURIComponent(name)}&open=${id}`} className={classes.row}>
            <Text span size="sm" truncate>
              <NameText name={name} nameEn={nameEn} />
            </Text>
            <Text span size="sm" fw={600} className="tabular" c={remainingQuantity === 0 ? "var(--mantine-color-error)" : undefined}>
              {t("coupons.left", { left: formatCount(remainingQuantity, lang), total: formatCount(totalQuantity, lang) })}
            </Text>
            <Meter share={percentOf(remainingQuantity, totalQuantity) ?? 0} />
          </Link>
        </li>
      ))}
    />
  );
}
