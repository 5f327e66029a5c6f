// The admin panel's routes, under a frame of its own. Nothing of it is loaded before an admin comes here.
import { Navigate, type RouteObject } from "react-router";
import { NotFoundPage } from "../NotFoundPage";
import { open } from "../openPage";
import { RouteCrash } from "../RouteCrash";
import { ADMIN_DETAILS, ADMIN_PAGES } from "./pages";
import { loadAdminTexts } from "./loadTexts";
import { RequireAdmin } from "./RequireAdmin";

const [first] = ADMIN_PAGES;

export const adminArea: RouteObject = {
  path: "/admin",
  lazy: async () => {
    await loadAdminTexts();
    return { Component: RequireAdmin };
  },
  ErrorBoundary: RouteCrash,
  HydrateFallback: () => null,
  children: [
    {
      lazy: async () => ({ Component: (await import("./AdminShell")).AdminShell }),
      children: [
        { index: true, element: <Navigate to={first?.path ?? "/"} replace /> },
        ...[...ADMIN_PAGES, ...ADMIN_DETAILS].map(({ path, load }) => open(path, load)),
        { path: "*", Component: NotFoundPage },
      ],
    },
  ],
};
