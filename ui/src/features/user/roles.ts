// What each role of an admin may do. The table is generated from the list of operations, which the shop itself goes by.
import { type AdminRole, adminRoles, type leastRoles } from "@/ipc/generated/operations";

export type AdminOperation = keyof typeof leastRoles;

/** Whether a role is enough where at least `least` is needed. Nothing is hidden while the role is not known. */
export function permits(role: AdminRole | undefined, least: AdminRole): boolean {
  return role === undefined || adminRoles.indexOf(role) >= adminRoles.indexOf(least);
}
