// All texts, both languages, a namespace a noun. Korean is the measure: its keys are the types.
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
import koErrors from "@/locales/ko/errors.json";
import koAdmin from "@/locales/ko/admin.json";
import koAdminAlerts from "@/locales/ko/adminAlerts.json";
import koAdminProducts from "@/locales/ko/adminProducts.json";
import koAdminCharts from "@/locales/ko/adminCharts.json";
import koAdminDashboard from "@/locales/ko/adminDashboard.json";
import koAdminStatistics from "@/locales/ko/adminStatistics.json";
import koAdminProof from "@/locales/ko/adminProof.json";
import koAdminSystem from "@/locales/ko/adminSystem.json";
import koAdminAudit from "@/locales/ko/adminAudit.json";
import koAdminSettings from "@/locales/ko/adminSettings.json";
import koAdminOrders from "@/locales/ko/adminOrders.json";
import koAdminCoupons from "@/locales/ko/adminCoupons.json";
import koAdminCustomers from "@/locales/ko/adminCustomers.json";
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
import enErrors from "@/locales/en/errors.json";
import enAdmin from "@/locales/en/admin.json";
import enAdminAlerts from "@/locales/en/adminAlerts.json";
import enAdminProducts from "@/locales/en/adminProducts.json";
import enAdminCharts from "@/locales/en/adminCharts.json";
import enAdminDashboard from "@/locales/en/adminDashboard.json";
import enAdminStatistics from "@/locales/en/adminStatistics.json";
import enAdminProof from "@/locales/en/adminProof.json";
import enAdminSystem from "@/locales/en/adminSystem.json";
import enAdminAudit from "@/locales/en/adminAudit.json";
import enAdminSettings from "@/locales/en/adminSettings.json";
import enAdminOrders from "@/locales/en/adminOrders.json";
import enAdminCoupons from "@/locales/en/adminCoupons.json";
import enAdminCustomers from "@/locales/en/adminCustomers.json";

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
  errors: koErrors,
  admin: koAdmin,
  adminAlerts: koAdminAlerts,
  adminProducts: koAdminProducts,
  adminCharts: koAdminCharts,
  adminDashboard: koAdminDashboard,
  adminStatistics: koAdminStatistics,
  adminProof: koAdminProof,
  adminSystem: koAdminSystem,
  adminAudit: koAdminAudit,
  adminSettings: koAdminSettings,
  adminOrders: koAdminOrders,
  adminCoupons: koAdminCoupons,
  adminCustomers: koAdminCustomers,
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
  errors: enErrors,
  admin: enAdmin,
  adminAlerts: enAdminAlerts,
  adminProducts: enAdminProducts,
  adminCharts: enAdminCharts,
  adminDashboard: enAdminDashboard,
  adminStatistics: enAdminStatistics,
  adminProof: enAdminProof,
  adminSystem: enAdminSystem,
  adminAudit: enAdminAudit,
  adminSettings: enAdminSettings,
  adminOrders: enAdminOrders,
  adminCoupons: enAdminCoupons,
  adminCustomers: enAdminCustomers,
};
