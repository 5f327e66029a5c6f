// The roles of admins are in order, and the table of the operations is the one of the shop.
import { expect, it } from "vitest";
import { adminRoles, leastRoles, routes } from "@/ipc/generated/operations";
import { permits } from "./roles";

it("lets a role do what it and the lesser ones may", () => {
  const permitted = (role: (typeof adminRoles)[number]) => adminRoles.filter((least) => permits(role, least));
  expect(permitted("CLERK")).toEqual(["CLERK"]);
  expect(permitted("MANAGER")).toEqual(["CLERK", "MANAGER"]);
  expect(permitted("OWNER")).toEqual(["CLERK", "MANAGER", "OWNER"]);
});

it("hides nothing while the role is not known", () => {
  expect(permits(undefined, "OWNER")).toBe(true);
});

it("has a least role for each operation of admins, and for no other", () => {
  const ofAdmins = Object.entries(routes).filter(([, { path }]) => path.startsWith("/v1/admin/"));
  expect(Object.keys(leastRoles).toSorted()).toEqual(ofAdmins.map(([name]) => name).toSorted());
});
