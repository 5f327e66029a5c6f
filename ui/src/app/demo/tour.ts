// The steps of the guided tour: each is a page, as whom it is seen, and what on it is meant.
import type { Role } from "./personas";

export interface TourStep {
  /** A key of demo.json's "tour.step". */
  key: "home" | "search" | "cart" | "dashboard" | "proof";
  route: string;
  /** Absent where a visitor sees it too. */
  as?: Role;
  /** A selector of what is meant; the first one that is shown. */
  target: string;
}

export const TOUR: readonly TourStep[] = [
  { key: "home", route: "/", target: "main section" },
  { key: "search", route: "/products", target: "header input" },
  { key: "cart", route: "/cart", as: "customer", target: "main aside, main section" },
  { key: "dashboard", route: "/admin/dashboard", as: "owner", target: "main section" },
  { key: "proof", route: "/admin/proof", as: "owner", target: "main section" },
];
