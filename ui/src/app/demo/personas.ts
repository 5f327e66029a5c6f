// The demo user for each part of the demo, and where a user begins.
import type { Persona, User } from "@/ipc/generated/operations";

/** The first letter of a name, which stands for a face. */
export function initialOf(name: string): string {
  return [...name][0] ?? "";
}

export type Role = "customer" | "owner";

/** The demo user for a role; the first of its kind. */
export function personaFor(role: Role, personas: readonly Persona[]): Persona | undefined {
  return personas.find((persona) => (role === "owner" ? persona.role === "OWNER" : persona.type === "CUSTOMER"));
}

/** Whether the signed-in user can take the role. */
export function fits(role: Role, user: Pick<User, "role"> | null): boolean {
  return role === "owner" ? user?.role === "OWNER" : user !== null;
}

/** Where a user begins: an admin at the dashboard, a customer on a page that is not another customer's. */
export function placeFor(persona: Pick<Persona, "type">, path: string): string {
  if (persona.type === "ADMIN") return path.startsWith("/admin") ? path : "/admin/dashboard";
  return path === "/" || path.startsWith("/products") ? path : "/";
}
