// Logo, search, cart and account; below, the navigation.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useShopName } from "@/features/shop/queries";
import { useSession } from "@/features/user/session";
import { AccountMenu } from "./AccountMenu";
import { AppearanceMenu } from "./AppearanceMenu";
import { CartLink } from "./CartLink";
import { CategoryNav } from "./CategoryNav";
import { LogoMark } from "./LogoMark";
import { SearchBox } from "./SearchBox";
import classes from "./Shell.module.css";

export function Header() {
  const { t } = useTranslation("shell");
  const { customer } = useSession();
  const shop = useShopName();
  return (
    <header className={classes.header} data-chrome>
      <div className={classes.bar}>
        <Link to="/" className={classes.logo} aria-label={t("home", { shop })}>
          <LogoMark />
          <span className={classes.name}>{shop}</span>
        </Link>
        <div className={classes.search}>
          <SearchBox />
        </div>
        <div className={classes.tools}>
          <AppearanceMenu />
          <CartLink hasCart={customer !== null} />
          <AccountMenu customer={customer} />
        </div>
      </div>
      <CategoryNav />
    </header>
  );
}
