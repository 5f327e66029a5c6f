// Carries calls and events over HTTP, where the shop's own server has served the page to a browser.
import { clientError, shopError } from "./errors";
import { type ListedOperation, routes } from "./generated/operations";
import { followEvents } from "./http/eventStream";
import { type HttpRequest, json, requestOf } from "./http/exchange";
import { withSession, signIn, signOut } from "./http/session";
import { isSignedIn } from "./http/tokens";
import type { CallArguments, Transport } from "./transport";

/** Asked on every page. For a visitor the answer is known, and a refusal would show in the console. */
const ASKED_OF_VISITORS: ReadonlySet<string> = new Set(["get_me", "list_wish_ids"]);

export const httpTransport: Transport = {
  async call(operation, args) {
    if (operation === "login") return signIn(args.request, args.lang);
    if (operation === "logout") return signOut(args.lang);
    if (ASKED_OF_VISITORS.has(operation) && !isSignedIn()) return shopError("UNAUTHORIZED", {});
    if (!isListed(operation)) return clientError("WINDOW_ONLY");
    const request = listed(operation, args);
    return withSession((token) => json({ ...request, token }));
  },

  callWithProgress: () => Promise.resolve(clientError("WINDOW_ONLY")),

  attachMenu: () => Promise.resolve(),

  subscribe: (onEvent) => Promise.resolve(followEvents(onEvent)),
};

function isListed(operation: string): operation is ListedOperation {
  return Object.hasOwn(routes, operation);
}

function listed(operation: ListedOperation, { request, lang, idempotencyKey }: CallArguments): HttpRequest {
  return { ...requestOf(routes[operation], request), lang, idempotencyKey };
}
