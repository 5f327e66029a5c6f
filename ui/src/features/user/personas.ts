// What each demo user shows, by their e-mail; a user that is not known is described by the kind of account.
import type { Persona } from "@/ipc/generated/operations";

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
