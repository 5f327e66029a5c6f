// Logo, search, cart and account; below, the navigation.
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useShopName } from "@/features/shop/queries";
import { useSession } from "@/features/user/session";
import { lazyPart } from "../lazyPart";
import { CartLink } from "./CartLink";
import { CategoryNav } from "./CategoryNav";
import { LogoMark } from "./LogoMark";
import classes from "./Shell.module.css";

// What opens from the header comes a moment after the page has been drawn; its room is kept.
const SearchBox = lazyPart(async () => (await import("./SearchBox")).SearchBox);
const AppearanceMenu = lazyPart(async () => (await import("./AppearanceMenu")).AppearanceMenu);
const AccountMenu = lazyPart(async () => (await import("./AccountMenu")).AccountMenu);

export function Header() {
  const { t } = useTranslation("shell");
  const { customer } = useSession();
  const shop = useShopName();
  return (
    <header className={classes.header} data-chrome data-at-edge>
      <div className={classes.bar}>
        <Link to="/" className={classes.logo} aria-label={t("home", { shop })}>
          <LogoMark />
          <span className={classes.name}>{shop}</span>
        </Link>
        <div className={classes.search}>
          <Suspense fallback={<div className={classes.searchShape} />}>
            <SearchBox />
          </Suspense>
        </div>
        <div className={classes.tools}>
          <Suspense fallback={<span className={classes.toolShape} />}>
            <AppearanceMenu />
          </Suspense>
          <CartLink hasCart={customer !== null} />
          <Suspense fallback={<span className={classes.toolShape} />}>
            <AccountMenu customer={customer} />
          </Suspense>
        </div>
      </div>
      <CategoryNav />
    </header>
  );
}
