// Properties of the server's addresses, and the choice of its port.
import type { ServerState } from "@/ipc/generated/operations";

/** Below this, only the system's own programs may listen. */
export const FIRST_PORT = 1024;
export const LAST_PORT = 65_535;

/** A port of one's own, or whichever is free. What is typed may be anything yet. */
export interface PortChoice {
  kind: "free" | "chosen";
  typed: number | string;
}

/** Undefined for a free port, null where what was typed is none. */
export function portOf({ kind, typed }: PortChoice): number | undefined | null {
  if (kind === "free") return undefined;
  return typeof typed === "number" && Number.isInteger(typed) && typed >= FIRST_PORT && typed <= LAST_PORT ? typed : null;
}

/** The initial values of the fields. */
export function initialChoice({ port }: ServerState): PortChoice {
  return { kind: port === undefined || port === null ? "free" : "chosen", typed: port ?? "" };
}

/** Whether the address means this computer to every computer: no other computer can open it. */
export function isThisComputer(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The address worth a QR code: one that a phone can open, where there is one. */
export function bestForPhones(addresses: readonly string[]): string | undefined {
  return addresses.find((address) => !isThisComputer(address)) ?? addresses[0];
}
