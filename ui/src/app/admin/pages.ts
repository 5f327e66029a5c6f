// The pages of the admin panel in one table: the menu, the palette, the chords and the routes all come from it.
import { Activity, ChartColumn, FlaskConical, HandCoins, History, IdCard, LayoutDashboard, type LucideIcon, Package, QrCode, ReceiptText, Settings, ShieldCheck, TicketPercent, Undo2, UsersRound } from "lucide-react";
import { permits } from "@/features/user/roles";
import { type AdminRole, leastRoles } from "@/ipc/generated/operations";
import { host } from "@/ipc/host";
import type { PageModule } from "../openPage";

export interface AdminPage {
  path: string;
  /** A key of admin.json's "nav". */
  label: "dashboard" | "orders" | "returns" | "deposits" | "products" | "coupons" | "customers" | "saleRoom" | "statistics" | "proof" | "lab" | "system" | "auditLog" | "staff" | "settings";
  icon: LucideIcon;
  /** The physical key that follows G. */
  code: string;
  key: string;
  /** Pages of one group are together in the menu. */
  group: "overview" | "selling" | "books" | "shop";
  /** The least role that sees it: that of the operation which fills it. */
  least: AdminRole;
  /** What it offers needs the desktop app. */
  windowOnly?: true;
  load: () => PageModule;
}

/** What the menu shows, in its order. */
export const ADMIN_PAGES: readonly AdminPage[] = [
  { path: "/admin/dashboard", label: "dashboard", icon: LayoutDashboard, code: "KeyD", key: "D", group: "overview", least: leastRoles.get_dashboard, load: () => import("@/pages/admin/dashboard") },
  { path: "/admin/orders", label: "orders", icon: ReceiptText, code: "KeyO", key: "O", group: "selling", least: leastRoles.list_orders_for_admin, load: () => import("@/pages/admin/orders") },
  { path: "/admin/returns", label: "returns", icon: Undo2, code: "KeyN", key: "N", group: "selling", least: leastRoles.list_returns_for_admin, load: () => import("@/pages/admin/returns") },
  { path: "/admin/deposits", label: "deposits", icon: HandCoins, code: "KeyI", key: "I", group: "selling", least: leastRoles.list_charges_for_admin, load: () => import("@/pages/admin/deposits") },
  { path: "/admin/products", label: "products", icon: Package, code: "KeyP", key: "P", group: "selling", least: leastRoles.list_products_for_admin, load: () => import("@/pages/admin/products") },
  { path: "/admin/coupons", label: "coupons", icon: TicketPercent, code: "KeyC", key: "C", group: "selling", least: leastRoles.list_coupons_for_admin, load: () => import("@/pages/admin/coupons") },
  { path: "/admin/customers", label: "customers", icon: UsersRound, code: "KeyU", key: "U", group: "selling", least: leastRoles.list_users, load: () => import("@/pages/admin/customers") },
  { path: "/admin/sale-room", label: "saleRoom", icon: QrCode, code: "KeyR", key: "R", group: "selling", least: leastRoles.get_sale_room_for_admin, load: () => import("@/pages/admin/sale-room") },
  { path: "/admin/statistics", label: "statistics", icon: ChartColumn, code: "KeyT", key: "T", group: "books", least: leastRoles.sales_statistics, load: () => import("@/pages/admin/statistics") },
  { path: "/admin/proof", label: "proof", icon: ShieldCheck, code: "KeyB", key: "B", group: "books", least: leastRoles.verify_books, load: () => import("@/pages/admin/proof") },
  { path: "/admin/lab", label: "lab", icon: FlaskConical, code: "KeyE", key: "E", group: "books", least: "MANAGER", windowOnly: true, load: () => import("@/pages/admin/lab") },
  { path: "/admin/audit-log", label: "auditLog", icon: History, code: "KeyL", key: "L", group: "books", least: leastRoles.list_audit_log, load: () => import("@/pages/admin/audit") },
  { path: "/admin/system", label: "system", icon: Activity, code: "KeyY", key: "Y", group: "shop", least: leastRoles.get_metrics, load: () => import("@/pages/admin/system") },
  { path: "/admin/staff", label: "staff", icon: IdCard, code: "KeyF", key: "F", group: "shop", least: leastRoles.list_staff, load: () => import("@/pages/admin/staff") },
  { path: "/admin/settings", label: "settings", icon: Settings, code: "KeyS", key: "S", group: "shop", least: leastRoles.get_settings, load: () => import("@/pages/admin/settings") },
];

/** The pages that the menu, the palette and the chords offer here to a role. */
export function offeredPages(role: AdminRole | undefined): readonly AdminPage[] {
  return ADMIN_PAGES.filter(({ windowOnly, least }) => permits(role, least) && (windowOnly !== true || host() === "window"));
}

/** Pages that are reached from another one. */
export const ADMIN_DETAILS: readonly Pick<AdminPage, "path" | "least" | "load">[] = [
  { path: "/admin/proof/how", least: leastRoles.verify_books, load: () => import("@/pages/admin/proof/how") },
  { path: "/admin/products/new", least: leastRoles.create_product, load: () => import("@/pages/admin/products/new") },
  { path: "/admin/products/import", least: leastRoles.import_products, load: () => import("@/pages/admin/products/import") },
  { path: "/admin/products/:id", least: leastRoles.get_product_for_admin, load: () => import("@/pages/admin/products/one") },
  { path: "/admin/products/:id/movements", least: leastRoles.list_stock_movements, load: () => import("@/pages/admin/products/movements") },
  { path: "/admin/orders/slips", least: leastRoles.list_packing_slips, load: () => import("@/pages/admin/orders/slips") },
  { path: "/admin/orders/labels", least: leastRoles.list_packing_slips, load: () => import("@/pages/admin/orders/labels") },
  { path: "/admin/orders/packing", least: leastRoles.list_orders_for_admin, load: () => import("@/pages/admin/orders/packing") },
  { path: "/admin/orders/:id", least: leastRoles.get_order_for_admin, load: () => import("@/pages/admin/orders/order") },
  { path: "/admin/customers/:id", least: leastRoles.get_user, load: () => import("@/pages/admin/customers/customer") },
];
