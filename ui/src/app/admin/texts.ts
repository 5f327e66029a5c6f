// The texts of the admin panel, which only admins load.
import koAdmin from "@/locales/ko/admin.json";
import koAdminAsOf from "@/locales/ko/adminAsOf.json";
import koAdminAlerts from "@/locales/ko/adminAlerts.json";
import koAdminProducts from "@/locales/ko/adminProducts.json";
import koAdminCharts from "@/locales/ko/adminCharts.json";
import koAdminDashboard from "@/locales/ko/adminDashboard.json";
import koAdminStatistics from "@/locales/ko/adminStatistics.json";
import koAdminProof from "@/locales/ko/adminProof.json";
import koAdminLab from "@/locales/ko/adminLab.json";
import koAdminSale from "@/locales/ko/adminSale.json";
import koAdminSystem from "@/locales/ko/adminSystem.json";
import koAdminAudit from "@/locales/ko/adminAudit.json";
import koAdminSettings from "@/locales/ko/adminSettings.json";
import koAdminOrders from "@/locales/ko/adminOrders.json";
import koAdminNotes from "@/locales/ko/adminNotes.json";
import koAdminCoupons from "@/locales/ko/adminCoupons.json";
import koAdminCustomers from "@/locales/ko/adminCustomers.json";
import koAdminDeposits from "@/locales/ko/adminDeposits.json";
import koAdminReturns from "@/locales/ko/adminReturns.json";
import koAdminStaff from "@/locales/ko/adminStaff.json";
import enAdmin from "@/locales/en/admin.json";
import enAdminAsOf from "@/locales/en/adminAsOf.json";
import enAdminAlerts from "@/locales/en/adminAlerts.json";
import enAdminProducts from "@/locales/en/adminProducts.json";
import enAdminCharts from "@/locales/en/adminCharts.json";
import enAdminDashboard from "@/locales/en/adminDashboard.json";
import enAdminStatistics from "@/locales/en/adminStatistics.json";
import enAdminProof from "@/locales/en/adminProof.json";
import enAdminLab from "@/locales/en/adminLab.json";
import enAdminSale from "@/locales/en/adminSale.json";
import enAdminSystem from "@/locales/en/adminSystem.json";
import enAdminAudit from "@/locales/en/adminAudit.json";
import enAdminSettings from "@/locales/en/adminSettings.json";
import enAdminOrders from "@/locales/en/adminOrders.json";
import enAdminNotes from "@/locales/en/adminNotes.json";
import enAdminCoupons from "@/locales/en/adminCoupons.json";
import enAdminCustomers from "@/locales/en/adminCustomers.json";
import enAdminDeposits from "@/locales/en/adminDeposits.json";
import enAdminReturns from "@/locales/en/adminReturns.json";
import enAdminStaff from "@/locales/en/adminStaff.json";

export const adminKo = {
  admin: koAdmin,
  adminAlerts: koAdminAlerts,
  adminAsOf: koAdminAsOf,
  adminProducts: koAdminProducts,
  adminCharts: koAdminCharts,
  adminDashboard: koAdminDashboard,
  adminStatistics: koAdminStatistics,
  adminProof: koAdminProof,
  adminLab: koAdminLab,
  adminSale: koAdminSale,
  adminSystem: koAdminSystem,
  adminAudit: koAdminAudit,
  adminSettings: koAdminSettings,
  adminOrders: koAdminOrders,
  adminNotes: koAdminNotes,
  adminCoupons: koAdminCoupons,
  adminCustomers: koAdminCustomers,
  adminDeposits: koAdminDeposits,
  adminReturns: koAdminReturns,
  adminStaff: koAdminStaff,
};

export const adminEn = {
  admin: enAdmin,
  adminAlerts: enAdminAlerts,
  adminAsOf: enAdminAsOf,
  adminProducts: enAdminProducts,
  adminCharts: enAdminCharts,
  adminDashboard: enAdminDashboard,
  adminStatistics: enAdminStatistics,
  adminProof: enAdminProof,
  adminLab: enAdminLab,
  adminSale: enAdminSale,
  adminSystem: enAdminSystem,
  adminAudit: enAdminAudit,
  adminSettings: enAdminSettings,
  adminOrders: enAdminOrders,
  adminNotes: enAdminNotes,
  adminCoupons: enAdminCoupons,
  adminCustomers: enAdminCustomers,
  adminDeposits: enAdminDeposits,
  adminReturns: enAdminReturns,
  adminStaff: enAdminStaff,
};
