// A route whose page is loaded when it is first visited.
import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import { RouteCrash } from "./RouteCrash";

export type PageModule = Promise<{ default: ComponentType }>;

/** A page anyone may see who may see what stands around it. */
export function open(path: string, load: () => PageModule): RouteObject {
  return { path, ErrorBoundary: RouteCrash, lazy: async () => ({ Component: (await load()).default }) };
}
