// What each demo user shows, by their e-mail; a user that is not known is described by the kind of account.
import type { Persona, User } from "@/ipc/generated/operations";

const KNOWN = {
  "customer1@demo.jangteo": "customer1",
  "customer2@demo.jangteo": "customer2",
  "customer3@demo.jangteo": "customer3",
  "admin@demo.jangteo": "owner",
  "clerk@demo.jangteo": "clerk",
} as const;

type Known = (typeof KNOWN)[keyof typeof KNOWN];

/** A key of demo.json's "persona". */
export function describe({ email, type }: Pick<Persona, "email" | "type">): Known | "admin" | "customer" {
  const known = Object.entries(KNOWN).find(([one]) => one === email)?.[1];
  return known ?? (type === "ADMIN" ? "admin" : "customer");
}

/** The first letter of a name, which stands for a face. */
export function initialOf(name: string): string {
  return [...name][0] ?? "";
}

export type Role = "customer" | "owner";

/** The demo user for a role; the first of its kind. */
export function personaFor(role: Role, personas: readonly Persona[]): Persona | undefined {
  const type = role === "owner" ? "ADMIN" : "CUSTOMER";
  return personas.find((persona) => persona.type === type);
}

/** Whether the signed-in user can take the role. */
export function fits(role: Role, user: Pick<User, "type"> | null): boolean {
  return role === "owner" ? user?.type === "ADMIN" : user !== null;
}

/** Where a user begins: an admin at the dashboard, a customer on a page that is not another customer's. */
export function placeFor(persona: Pick<Persona, "type">, path: string): string {
  if (persona.type === "ADMIN") return path.startsWith("/admin") ? path : "/admin/dashboard";
  return path === "/" || path.startsWith("/products") ? path : "/";
}
