// A user who signs in lands on what was asked for, and an admin who asked for nothing on the dashboard.
import { expect, it } from "vitest";
import { landingOf } from "./useReturnPath";

it.each([
  [{ type: "ADMIN" }, undefined, "/admin/dashboard"],
  [{ type: "ADMIN" }, "/", "/admin/dashboard"],
  [{ type: "ADMIN" }, "/orders/7", "/orders/7"],
  [{ type: "CUSTOMER" }, undefined, "/"],
  [{ type: "CUSTOMER" }, "/cart", "/cart"],
  [null, undefined, "/"],
] as const)("leads %j, who asked for %s, to %s", (user, asked, page) => {
  expect(landingOf(user, asked)).toBe(page);
});
