// The frame around every admin page: menu at the side, bar above, and what listens all the time.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, ScrollRestoration, useLocation } from "react-router";
import { clearToasts } from "@/shared/toast";
import { Palette } from "../shell/Palette";
import { useGlobalShortcuts } from "../shell/useGlobalShortcuts";
import { useLiveEvents } from "../useLiveEvents";
import { AdminBar } from "./AdminBar";
import { AdminNav } from "./AdminNav";
import { useAdminPlaces } from "./places";
import classes from "./AdminShell.module.css";

export function AdminShell() {
  const { t } = useTranslation("shell");
  const { pathname } = useLocation();
  const places = useAdminPlaces();
  useEffect(clearToasts, [pathname]);
  useLiveEvents();
  useGlobalShortcuts(places);
  return (
    <div className={classes.frame}>
      {/* A link to #main would be taken for an address by the hash router, hence a button. */}
      <button type="button" className={classes.skip} onClick={() => document.getElementById("main")?.focus()} data-chrome>
        {t("skipToContent")}
      </button>
      <AdminNav />
      <div className={classes.column}>
        <AdminBar />
        <main id="main" tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
      </div>
      <Palette places={places} />
      <ScrollRestoration />
    </div>
  );
}
