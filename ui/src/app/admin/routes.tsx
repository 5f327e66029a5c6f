// The routes of the panel, in a frame of their own. Their code is loaded when an admin first opens one.
import { Navigate, type RouteObject } from "react-router";
import { NotFoundPage } from "../NotFoundPage";
import { inTime, open } from "../openPage";
import { RouteCrash } from "../RouteCrash";
import { ADMIN_DETAILS, ADMIN_PAGES } from "./pages";
import { loadAdminTexts } from "./loadTexts";
import { RequireAdmin } from "./RequireAdmin";

const [first] = ADMIN_PAGES;

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
      children: [open("/admin/sale-room/screen", () => import("@/pages/admin/sale-room/screen"))],
    },
    {
      lazy: inTime(async () => (await import("./AdminShell")).AdminShell),
      children: [
        { index: true, element: <Navigate to={first?.path ?? "/"} replace /> },
        ...[...ADMIN_PAGES, ...ADMIN_DETAILS].map(({ path, load }) => open(path, load)),
        { path: "*", Component: NotFoundPage },
      ],
    },
  ],
};
