// The navigation of the storefront. Categories are filters of the product list, so the address decides which one is
// current.
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { useCategories } from "@/features/catalog/queries";
import { useCategoryName } from "@/features/catalog/useCategoryName";
import { NameText } from "@/shared/components/NameText";
import classes from "./Shell.module.css";

export function CategoryNav() {
  const { t } = useTranslation("shell");
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const categories = useCategories().data?.items ?? [];
  const categoryName = useCategoryName();

  const link = (to: string, label: string) => (
    <Link key={to} to={to} aria-current={decodeURI(here) === decodeURI(to) ? "page" : undefined}>
      <NameText name={label} />
    </Link>
  );
  return (
    <nav className={classes.nav} aria-label={t("nav.label")}>
      {link("/products", t("nav.all"))}
      {link("/products?sort=newest", t("nav.newest"))}
      {link("/products?sort=popular", t("nav.popular"))}
      {link("/coupons", t("nav.coupons"))}
      {categories.length > 0 && <span className={classes.divider} aria-hidden />}
      {categories.map(({ code }) => link(`/products?category=${encodeURIComponent(code)}`, categoryName(code)))}
    </nav>
  );
}
