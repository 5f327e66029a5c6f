// The texts of the storefront and of all pages in Korean, a namespace a noun. Korean is the measure: its keys are the types.
// English stands beside it (textsEn.ts), and those of the admin panel beside it, loaded with it.
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
import koSaleRoom from "@/locales/ko/saleRoom.json";
import koServer from "@/locales/ko/server.json";
import koErrors from "@/locales/ko/errors.json";

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
  saleRoom: koSaleRoom,
  server: koServer,
  errors: koErrors,
};
