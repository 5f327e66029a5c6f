// The frame of every admin page: menu at the side or in a drawer, bar above, and the hooks that run on all of them.
import { useDisclosure } from "@mantine/hooks";
import { modals } from "@mantine/modals";
import { useEffect } from "react";
import { Outlet, ScrollRestoration, useLocation } from "react-router";
import { clearToasts } from "@/shared/toast";
import { DemoSlot } from "../demo/DemoSlot";
import { SkipLink } from "../shell/SkipLink";
import { StorageNotice } from "../StorageNotice";
import { WindowNotices } from "../WindowNotices";
import { useGlobalShortcuts } from "../shell/useGlobalShortcuts";
import { useLiveEvents } from "../useLiveEvents";
import { useWindowMenu } from "../useWindowMenu";
import { AdminBar } from "./AdminBar";
import { AdminDrawer, AdminNav } from "./AdminNav";
import { ClockNotice } from "./ClockNotice";
import { AdminPalette } from "./AdminPalette";
import { useAdminPlaces } from "./places";
import { useScanner } from "./useScanner";
import classes from "./AdminShell.module.css";

export function AdminShell() {
  const { pathname } = useLocation();
  const places = useAdminPlaces();
  const [menu, { open: openMenu, close: closeMenu }] = useDisclosure(false);
  useEffect(() => {
    clearToasts();
    // What a dialog asked about is not here any more.
    modals.closeAll();
    closeMenu();
  }, [pathname, closeMenu]);
  useLiveEvents();
  useGlobalShortcuts(places);
  useWindowMenu(places);
  useScanner();
  return (
    <div className={classes.frame}>
      <SkipLink />
      <AdminNav />
      <AdminDrawer opened={menu} onClose={closeMenu} />
      <div className={classes.column}>
        <AdminBar onMenu={openMenu} />
        <StorageNotice />
        <WindowNotices />
        <ClockNotice />
        <main id="main" tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
      </div>
      <DemoSlot />
      <AdminPalette places={places} />
      <ScrollRestoration />
    </div>
  );
}
