// The menu at the side; above the page where there is no room beside it.
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink } from "react-router";
import { useShopName } from "@/features/shop/queries";
import { LogoMark } from "../shell/LogoMark";
import { ADMIN_PAGES } from "./pages";
import classes from "./AdminShell.module.css";

export function AdminNav() {
  const { t } = useTranslation("admin");
  const shop = useShopName();
  return (
    <nav className={classes.side} aria-label={t("nav.label")} data-chrome>
      <Link to="/admin" className={classes.logo}>
        <LogoMark />
        <span className={classes.name}>{shop}</span>
        <span className={classes.area}>{t("area")}</span>
      </Link>
      <div className={classes.nav}>
        {ADMIN_PAGES.map(({ path, label, icon: Icon, group }, place) => (
          <Fragment key={path}>
            {place > 0 && ADMIN_PAGES[place - 1]?.group !== group && <span className={classes.gap} aria-hidden />}
            <NavLink to={path} className={classes.entry}>
              <Icon size={18} aria-hidden />
              {t(`nav.${label}`)}
            </NavLink>
          </Fragment>
        ))}
      </div>
    </nav>
  );
}
