// Where a visitor wanted to go before being asked to sign in.
import { useLocation } from "react-router";
import type { User } from "@/ipc/generated/operations";

/** The path to go to after signing in; home when nothing was asked for. */
export function useReturnPath(): string {
  const state: unknown = useLocation().state;
  if (typeof state !== "object" || state === null || !("from" in state)) return "/";
  return typeof state.from === "string" && state.from.startsWith("/") ? state.from : "/";
}

/** The page of a user who signs in: what was asked for, else home, which for an admin is the dashboard. */
export function landingOf(user: Pick<User, "type"> | null, asked = "/"): string {
  return asked === "/" && user?.type === "ADMIN" ? "/admin/dashboard" : asked;
}
