// The routes of the panel, in a frame of their own. Their code is loaded when an admin first opens one.
import { Navigate, type RouteObject } from "react-router";
import { type AdminRole, leastRoles } from "@/ipc/generated/operations";
import { NotFoundPage } from "../NotFoundPage";
import { inTime, open } from "../openPage";
import { RouteCrash } from "../RouteCrash";
import { ADMIN_DETAILS, ADMIN_PAGES } from "./pages";
import { loadAdminTexts } from "./loadTexts";
import { RequireAdmin } from "./RequireAdmin";
import { RequireRole } from "./RequireRole";

const [first] = ADMIN_PAGES;

/** A page for admins of at least this role. */
function forRole(least: AdminRole, page: RouteObject): RouteObject {
  return { element: <RequireRole least={least} />, children: [page] };
}

export const adminArea: RouteObject = {
  path: "/admin",
  lazy: inTime(async () => {
    await loadAdminTexts();
    return RequireAdmin;
  }),
  ErrorBoundary: RouteCrash,
  HydrateFallback: () => null,
  children: [
    {
      lazy: inTime(async () => (await import("./ScreenShell")).ScreenShell),
      children: [forRole(leastRoles.get_sale_room_for_admin, open("/admin/sale-room/screen", () => import("@/pages/admin/sale-room/screen")))],
    },
    {
      lazy: inTime(async () => (await import("./AdminShell")).AdminShell),
      children: [
        { index: true, element: <Navigate to={first?.path ?? "/"} replace /> },
        ...[...ADMIN_PAGES, ...ADMIN_DETAILS].map(({ path, least, load }) => forRole(least, open(path, load))),
        { path: "*", Component: NotFoundPage },
      ],
    },
  ],
};
