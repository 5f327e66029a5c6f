// The texts of the storefront and of all pages in English, which only those load who chose it.
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
import enSaleRoom from "@/locales/en/saleRoom.json";
import enServer from "@/locales/en/server.json";
import enErrors from "@/locales/en/errors.json";

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
  saleRoom: enSaleRoom,
  server: enServer,
  errors: enErrors,
};
