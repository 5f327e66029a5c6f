// The pages of the admin panel in one table: the menu, the palette, the chords and the routes all come from it.
import { type LucideIcon, Package, ReceiptText } from "lucide-react";
import type { PageModule } from "../openPage";

export interface AdminPage {
  path: string;
  /** A key of admin.json's "nav". */
  label: "dashboard" | "orders" | "products" | "coupons" | "customers" | "statistics" | "proof" | "system" | "auditLog" | "settings";
  icon: LucideIcon;
  /** The physical key that follows G. */
  code: string;
  key: string;
  /** Pages of one group stand together in the menu. */
  group: "overview" | "selling" | "books" | "shop";
  load: () => PageModule;
}

/** What the menu shows, in its order. */
export const ADMIN_PAGES: readonly AdminPage[] = [
  { path: "/admin/orders", label: "orders", icon: ReceiptText, code: "KeyO", key: "O", group: "selling", load: () => import("@/pages/admin/orders") },
  { path: "/admin/products", label: "products", icon: Package, code: "KeyP", key: "P", group: "selling", load: () => import("@/pages/admin/products") },
];

/** Pages that are reached from another one. */
export const ADMIN_DETAILS: readonly { path: string; load: () => PageModule }[] = [
  { path: "/admin/orders/:id", load: () => import("@/pages/admin/orders/order") },
];
