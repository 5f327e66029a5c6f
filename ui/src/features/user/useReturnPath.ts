// Where a visitor wanted to go before being asked to sign in.
import { useLocation } from "react-router";

/** The path to go to after signing in; home when nothing was asked for. */
export function useReturnPath(): string {
  const state: unknown = useLocation().state;
  if (typeof state !== "object" || state === null || !("from" in state)) return "/";
  return typeof state.from === "string" && state.from.startsWith("/") ? state.from : "/";
}
