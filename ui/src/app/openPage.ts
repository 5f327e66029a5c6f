// A route whose page is loaded when it is first visited. While the server is away nothing can be loaded: the page that is left
// stays, the line above says why, and the next one comes as soon as the server is back.
import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import { whenReachable } from "@/ipc/connection";
import { RouteCrash } from "./RouteCrash";

export type PageModule = Promise<{ default: ComponentType }>;

/** A page with no access rule beyond that of the area around it. */
export function open(path: string, load: () => PageModule): RouteObject {
  return { path, ErrorBoundary: RouteCrash, lazy: inTime(async () => (await load()).default) };
}

/**
 * What a route loads by. It never fails itself, because the router would then draw nothing at all: what cannot be loaded
 * although the server answers, as after an update of the shop, throws when it is drawn, and so comes to the route's boundary.
 */
export function inTime(load: () => Promise<ComponentType>): () => Promise<{ Component: ComponentType }> {
  return async () => {
    try {
      return { Component: await load() };
    } catch {
      await whenReachable();
      askAgainForStyles();
    }
    return { Component: await load().catch(failing) };
  };
}

function failing(error: unknown): ComponentType {
  return () => {
    throw error;
  };
}

/** A style sheet that did not come is not asked for a second time by itself. */
function askAgainForStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
    if (!hasCome(link)) link.replaceWith(link.cloneNode());
  }
}

function hasCome({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    // The browser does not tell why a module could not be loaded.
    return false;
  }
}
