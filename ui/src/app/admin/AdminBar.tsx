// The bar above every admin page: quick navigation, state of the connection, appearance, and a link to the storefront.
import { ActionIcon, Button, Kbd } from "@mantine/core";
import { Menu, Search, ShoppingBag } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { AlertBell } from "@/features/admin-alert/AlertBell";
import { useSession } from "@/features/user/session";
import { isReachable, watchReach } from "@/ipc/connection";
import { AccountMenu } from "../shell/AccountMenu";
import { AppearanceMenu } from "../shell/AppearanceMenu";
import { palette } from "../shell/paletteStore";
import classes from "./AdminShell.module.css";

export function AdminBar({ onMenu }: { onMenu: () => void }) {
  const { t } = useTranslation("admin");
  const { customer } = useSession();
  return (
    <header className={classes.bar} data-chrome data-at-edge>
      <ActionIcon size={44} className={classes.menu} aria-label={t("nav.label")} aria-haspopup="dialog" onClick={onMenu}>
        <Menu size={22} aria-hidden />
      </ActionIcon>
      <button type="button" className={classes.jump} onClick={palette.open}>
        <Search size={16} aria-hidden />
        <span className={classes.jumpText}>{t("bar.palette")}</span>
        <Kbd size="xs" className={classes.keys} aria-hidden>
          Ctrl K
        </Kbd>
      </button>
      <Live />
      <Button component={Link} to="/" className={classes.storefront} variant="subtle" color="gray" size="compact-md" leftSection={<ShoppingBag size={18} aria-hidden />}>
        {t("nav.storefront")}
      </Button>
      <AlertBell />
      <AppearanceMenu />
      <AccountMenu customer={customer} />
    </header>
  );
}

/** Shows whether the figures are updated by events. */
function Live() {
  const { t } = useTranslation("admin");
  const live = useSyncExternalStore(watchReach, isReachable);
  return (
    <span className={classes.live} data-live={live || undefined} role="status">
      <span className={classes.dot} aria-hidden />
      <span className={classes.liveText}>{live ? t("bar.live") : t("bar.offline")}</span>
    </span>
  );
}
