// The frame of every page of the storefront: header, page, footer, and the hooks that run on all of them.
import { Suspense, useEffect, useState } from "react";
import { Navigate, Outlet, ScrollRestoration, useLocation } from "react-router";
import { useShop } from "@/features/shop/queries";
import { clearToasts } from "@/shared/toast";
import { DemoSlot } from "../demo/DemoSlot";
import { lazyPart } from "../lazyPart";
import { StorageNotice } from "../StorageNotice";
import { WindowNotices } from "../WindowNotices";
import { useLiveEvents } from "../useLiveEvents";
import { useWindowMenu } from "../useWindowMenu";
import { Header } from "./Header";
import { useShopPlaces } from "./shortcuts";
import { SkipLink } from "./SkipLink";
import { useGlobalShortcuts } from "./useGlobalShortcuts";
import classes from "./Shell.module.css";

const ConsentNotice = lazyPart(async () => (await import("../ConsentNotice")).ConsentNotice);
const Footer = lazyPart(async () => (await import("./Footer")).Footer);
const Palette = lazyPart(async () => (await import("./Palette")).Palette);

export function Shell() {
  const shop = useShop();
  const [isOpen, setIsOpen] = useState(false);
  // From then on the page stays: after a restore the shop is read anew, and what was typed must not be lost.
  if (shop.isFetched && !isOpen) setIsOpen(true);
  const { pathname } = useLocation();
  useEffect(clearToasts, [pathname]);
  useLiveEvents();
  const places = useShopPlaces();
  useGlobalShortcuts(places);
  useWindowMenu(places);

  if (shop.data?.ready === false) return <Navigate to="/welcome" replace />;
  return (
    <div className={classes.frame}>
      <SkipLink />
      <Header />
      <StorageNotice />
      <WindowNotices />
      <Suspense>
        <ConsentNotice />
      </Suspense>
      <main id="main" tabIndex={-1} className={classes.main}>
        {/* Not before it is known that this is no first start, lest a page flash up that is left at once. */}
        {isOpen && <Outlet />}
      </main>
      <Suspense>
        <Footer />
      </Suspense>
      <DemoSlot />
      <Suspense>
        <Palette places={places} />
      </Suspense>
      <ScrollRestoration />
    </div>
  );
}
