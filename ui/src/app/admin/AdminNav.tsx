// The menu: at the side of the page, and in a drawer where there is no room beside it.
import { Drawer } from "@mantine/core";
import { ShoppingBag } from "lucide-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink } from "react-router";
import { useShopName } from "@/features/shop/queries";
import { useRole } from "@/features/user/session";
import { LogoMark } from "../shell/LogoMark";
import { offeredPages } from "./pages";
import classes from "./AdminShell.module.css";

export function AdminNav() {
  const { t } = useTranslation("admin");
  return (
    <nav className={classes.side} aria-label={t("nav.label")} data-chrome>
      <Link to="/admin" className={classes.logo}>
        <Name />
      </Link>
      <Entries />
    </nav>
  );
}

interface AdminDrawerProps {
  opened: boolean;
  onClose: () => void;
}

export function AdminDrawer({ opened, onClose }: AdminDrawerProps) {
  const { t } = useTranslation(["admin", "common"]);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size="min(20rem, 84vw)"
      title={<span className={classes.logo}><Name /></span>}
      closeButtonProps={{ "aria-label": t("common:close") }}
      attributes={{ header: { role: "presentation" } }}
    >
      <nav aria-label={t("nav.label")}>
        <Entries onFollow={onClose} />
        <span className={classes.gap} aria-hidden />
        <Link to="/" className={classes.entry} onClick={onClose}>
          <ShoppingBag size={18} aria-hidden />
          {t("nav.storefront")}
        </Link>
      </nav>
    </Drawer>
  );
}

function Name() {
  const { t } = useTranslation("admin");
  return (
    <>
      <LogoMark />
      <span className={classes.name}>{useShopName()}</span>
      <span className={classes.area}>{t("area")}</span>
    </>
  );
}

/** `onFollow` also where the page of the link stands there already. */
function Entries({ onFollow }: { onFollow?: () => void }) {
  const { t } = useTranslation("admin");
  const pages = offeredPages(useRole());
  return (
    <div className={classes.nav}>
      {pages.map(({ path, label, icon: Icon, group }, place) => (
        <Fragment key={path}>
          {place > 0 && pages[place - 1]?.group !== group && <span className={classes.gap} aria-hidden />}
          <NavLink to={path} className={classes.entry} onClick={onFollow}>
            <Icon size={18} aria-hidden />
            {t(`nav.${label}`)}
          </NavLink>
        </Fragment>
      ))}
    </div>
  );
}
