// The pages of the admin panel in one table: the menu, the palette, the chords and the routes all come from it.
import { Activity, ChartColumn, FlaskConical, HandCoins, History, LayoutDashboard, type LucideIcon, Package, QrCode, ReceiptText, Settings, ShieldCheck, TicketPercent, UsersRound } from "lucide-react";
import { host } from "@/ipc/host";
import type { PageModule } from "../openPage";

export interface AdminPage {
  path: string;
  /** A key of admin.json's "nav". */
  label: "dashboard" | "orders" | "deposits" | "products" | "coupons" | "customers" | "saleRoom" | "statistics" | "proof" | "lab" | "system" | "auditLog" | "settings";
  icon: LucideIcon;
  /** The physical key that follows G. */
  code: string;
  key: string;
  /** Pages of one group are together in the menu. */
  group: "overview" | "selling" | "books" | "shop";
  /** What it offers needs the desktop app. */
  windowOnly?: true;
  load: () => PageModule;
}

/** What the menu shows, in its order. */
export const ADMIN_PAGES: readonly AdminPage[] = [
  { path: "/admin/dashboard", label: "dashboard", icon: LayoutDashboard, code: "KeyD", key: "D", group: "overview", load: () => import("@/pages/admin/dashboard") },
  { path: "/admin/orders", label: "orders", icon: ReceiptText, code: "KeyO", key: "O", group: "selling", load: () => import("@/pages/admin/orders") },
  { path: "/admin/deposits", label: "deposits", icon: HandCoins, code: "KeyI", key: "I", group: "selling", load: () => import("@/pages/admin/deposits") },
  { path: "/admin/products", label: "products", icon: Package, code: "KeyP", key: "P", group: "selling", load: () => import("@/pages/admin/products") },
  { path: "/admin/coupons", label: "coupons", icon: TicketPercent, code: "KeyC", key: "C", group: "selling", load: () => import("@/pages/admin/coupons") },
  { path: "/admin/customers", label: "customers", icon: UsersRound, code: "KeyU", key: "U", group: "selling", load: () => import("@/pages/admin/customers") },
  { path: "/admin/sale-room", label: "saleRoom", icon: QrCode, code: "KeyR", key: "R", group: "selling", load: () => import("@/pages/admin/sale-room") },
  { path: "/admin/statistics", label: "statistics", icon: ChartColumn, code: "KeyT", key: "T", group: "books", load: () => import("@/pages/admin/statistics") },
  { path: "/admin/proof", label: "proof", icon: ShieldCheck, code: "KeyB", key: "B", group: "books", load: () => import("@/pages/admin/proof") },
  { path: "/admin/lab", label: "lab", icon: FlaskConical, code: "KeyE", key: "E", group: "books", windowOnly: true, load: () => import("@/pages/admin/lab") },
  { path: "/admin/audit-log", label: "auditLog", icon: History, code: "KeyL", key: "L", group: "books", load: () => import("@/pages/admin/audit") },
  { path: "/admin/system", label: "system", icon: Activity, code: "KeyY", key: "Y", group: "shop", load: () => import("@/pages/admin/system") },
  { path: "/admin/settings", label: "settings", icon: Settings, code: "KeyS", key: "S", group: "shop", load: () => import("@/pages/admin/settings") },
];

/** The pages that the menu, the palette and the chords offer here. */
export function offeredPages(): readonly AdminPage[] {
  return ADMIN_PAGES.filter(({ windowOnly }) => windowOnly !== true || host() === "window");
}

/** Pages that are reached from another one. */
export const ADMIN_DETAILS: readonly { path: string; load: () => PageModule }[] = [
  { path: "/admin/proof/how", load: () => import("@/pages/admin/proof/how") },
  { path: "/admin/products/new", load: () => import("@/pages/admin/products/new") },
  { path: "/admin/products/import", load: () => import("@/pages/admin/products/import") },
  { path: "/admin/products/:id", load: () => import("@/pages/admin/products/one") },
  { path: "/admin/products/:id/movements", load: () => import("@/pages/admin/products/movements") },
  { path: "/admin/orders/:id", load: () => import("@/pages/admin/orders/order") },
  { path: "/admin/customers/:id", load: () => import("@/pages/admin/customers/customer") },
];
