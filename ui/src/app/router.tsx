// Which address shows which page. Pages are loaded when they are first visited; those that need a
// customer are marked so here, and nowhere else.
import { createHashRouter, type RouteObject } from "react-router";
import { adminArea } from "./admin/routes";
import { NotFoundPage } from "./NotFoundPage";
import { open, type PageModule } from "./openPage";
import { RequireCustomer } from "./RequireCustomer";
import { RouteCrash } from "./RouteCrash";
import { Shell } from "./shell/Shell";

/** A page of the signed-in customer. */
function personal(path: string, load: () => PageModule): RouteObject {
  return { element: <RequireCustomer />, children: [open(path, load)] };
}

export const router = createHashRouter([
  { ...open("/welcome", () => import("@/pages/welcome")), HydrateFallback: () => null },
  adminArea,
  { ...open("/sale-room", () => import("@/pages/sale-room")), HydrateFallback: () => null },
  {
    element: <Shell />,
    HydrateFallback: () => null,
    ErrorBoundary: RouteCrash,
    children: [
      open("/", () => import("@/pages/home")),
      open("/products", () => import("@/pages/products")),
      open("/products/:id", () => import("@/pages/product")),
      open("/sign-in", () => import("@/pages/sign-in")),
      open("/register", () => import("@/pages/register")),
      open("/terms", () => import("@/pages/terms")),
      open("/privacy", () => import("@/pages/privacy")),
      open("/reset-password", () => import("@/pages/reset-password")),
      personal("/coupons", () => import("@/pages/coupons")),
      personal("/cart", () => import("@/pages/cart")),
      personal("/checkout", () => import("@/pages/checkout")),
      personal("/orders", () => import("@/pages/orders")),
      personal("/orders/:id", () => import("@/pages/order")),
      personal("/orders/:id/done", () => import("@/pages/order-done")),
      personal("/orders/:id/failed", () => import("@/pages/order-failed")),
      personal("/orders/:id/receipt", () => import("@/pages/receipt")),
      personal("/points", () => import("@/pages/points")),
      personal("/me/*", () => import("@/pages/me")),
      personal("/wishes", () => import("@/pages/wishes")),
      personal("/settings", () => import("@/pages/settings")),
      { path: "*", Component: NotFoundPage },
    ],
  },
]);
