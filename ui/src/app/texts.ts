// The texts of the storefront and of all pages, both languages, a namespace a noun. Korean is the measure: its keys are the
// types. Those of the admin panel stand beside it, and are loaded with it.
import koCommon from "@/locales/ko/common.json";
import koShell from "@/locales/ko/shell.json";
import koHome from "@/locales/ko/home.json";
import koCatalog from "@/locales/ko/catalog.json";
import koProduct from "@/locales/ko/product.json";
import koCart from "@/locales/ko/cart.json";
import koCheckout from "@/locales/ko/checkout.json";
import koOrders from "@/locales/ko/orders.json";
import koCoupons from "@/locales/ko/coupons.json";
import koPoints from "@/locales/ko/points.json";
import koMe from "@/locales/ko/me.json";
import koAuth from "@/locales/ko/auth.json";
import koWelcome from "@/locales/ko/welcome.json";
import koServer from "@/locales/ko/server.json";
import koRecovery from "@/locales/ko/recovery.json";
import koErrors from "@/locales/ko/errors.json";
import enCommon from "@/locales/en/common.json";
import enShell from "@/locales/en/shell.json";
import enHome from "@/locales/en/home.json";
import enCatalog from "@/locales/en/catalog.json";
import enProduct from "@/locales/en/product.json";
import enCart from "@/locales/en/cart.json";
import enCheckout from "@/locales/en/checkout.json";
import enOrders from "@/locales/en/orders.json";
import enCoupons from "@/locales/en/coupons.json";
import enPoints from "@/locales/en/points.json";
import enMe from "@/locales/en/me.json";
import enAuth from "@/locales/en/auth.json";
import enWelcome from "@/locales/en/welcome.json";
import enServer from "@/locales/en/server.json";
import enRecovery from "@/locales/en/recovery.json";
import enErrors from "@/locales/en/errors.json";

export const ko = {
  common: koCommon,
  shell: koShell,
  home: koHome,
  catalog: koCatalog,
  product: koProduct,
  cart: koCart,
  checkout: koCheckout,
  orders: koOrders,
  coupons: koCoupons,
  points: koPoints,
  me: koMe,
  auth: koAuth,
  welcome: koWelcome,
  server: koServer,
  recovery: koRecovery,
  errors: koErrors,
};

export const en = {
  common: enCommon,
  shell: enShell,
  home: enHome,
  catalog: enCatalog,
  product: enProduct,
  cart: enCart,
  checkout: enCheckout,
  orders: enOrders,
  coupons: enCoupons,
  points: enPoints,
  me: enMe,
  auth: enAuth,
  welcome: enWelcome,
  server: enServer,
  recovery: enRecovery,
  errors: enErrors,
};
