// Every route of the shop with what its address needs filled in, and the proof that none was forgotten.
import { readFileSync } from "node:fs";
import { Caller } from "./caller";
import { ROOT } from "./places";
import type { Shop } from "./shop";

/** How its picture is called, and its route. `{CONFIRMED}` and the like stand for an order in that state. */
export type Route = readonly [name: string, route: string];

export const FOR_VISITORS: readonly Route[] = [
  ["home", "/"],
  ["list", "/products"],
  ["search-nothing", "/products?q=우주선"],
  ["product", "/products/1"],
  ["product-options", "/products/56"],
  ["sign-in", "/sign-in"],
  ["register", "/register"],
  ["terms", "/terms"],
  ["privacy", "/privacy"],
  ["reset-password", "/reset-password"],
  ["sale-room", "/sale-room"],
  ["not-found", "/nowhere"],
];
export const FOR_CUSTOMERS: readonly Route[] = [
  ["coupons", "/coupons"],
  ["coupons-mine", "/coupons?tab=usable"],
  ["cart", "/cart"],
  ["checkout", "/checkout"],
  ["orders", "/orders?period=all"],
  ["order-paid", "/orders/{CONFIRMED}"],
  ["order-done", "/orders/{CONFIRMED}/done"],
  ["receipt", "/orders/{CONFIRMED}/receipt"],
  ["order-unpaid", "/orders/{NORMAL}"],
  ["order-failed", "/orders/{PAYMENT_FAILED}/failed"],
  ["points", "/points"],
  ["profile", "/me"],
  ["addresses", "/me/addresses"],
  ["password", "/me/password"],
  ["sessions", "/me/sessions"],
  ["display", "/me/settings"],
  ["restock", "/me/restock"],
  ["consents", "/me/consents"],
  ["leave", "/me/leave"],
  ["wishes", "/wishes"],
  ["settings", "/settings"],
];
export const FOR_ADMINS: readonly Route[] = [
  ["dashboard", "/admin/dashboard"],
  ["orders", "/admin/orders"],
  ["order", "/admin/orders/{CONFIRMED}"],
  ["packing-slips", "/admin/orders/slips?ids={CONFIRMED}"],
  ["labels", "/admin/orders/labels?ids={CONFIRMED}"],
  ["packing", "/admin/orders/packing"],
  ["packing-orders", "/admin/orders/packing?view=orders"],
  ["returns", "/admin/returns"],
  ["deposits", "/admin/deposits"],
  ["products", "/admin/products"],
  ["product", "/admin/products/56"],
  ["movements", "/admin/products/56/movements"],
  ["product-new", "/admin/products/new"],
  ["import", "/admin/products/import"],
  ["coupons", "/admin/coupons"],
  ["customers", "/admin/customers"],
  ["customer", "/admin/customers/{customer}"],
  ["sale-room", "/admin/sale-room"],
  ["sale-room-screen", "/admin/sale-room/screen"],
  ["statistics", "/admin/statistics"],
  ["popular", "/admin/statistics?view=popular"],
  ["statistics-coupons", "/admin/statistics?view=coupons"],
  ["proof", "/admin/proof"],
  ["how-we-know", "/admin/proof/how"],
  ["lab", "/admin/lab"],
  ["audit-log", "/admin/audit-log"],
  ["system", "/admin/system"],
  ["backups", "/admin/system?part=backups"],
  ["outbox", "/admin/system?part=outbox"],
  ["staff", "/admin/staff"],
  ["settings", "/admin/settings"],
];

/** A first start needs a shop that nobody has set up; `layout.spec.ts` visits it by itself. */
const ELSEWHERE: ReadonlySet<string> = new Set(["/welcome", "/admin", "*"]);

/** Paths that the router knows and the tables above do not visit. */
export function forgotten(): string[] {
  const visited = [...FOR_VISITORS, ...FOR_CUSTOMERS, ...FOR_ADMINS].map(([, route]) => route.split("?")[0] ?? "");
  const isVisited = (path: string) => {
    const pattern = new RegExp(`^${path.replace(/:\w+/g, "[^/]+").replace(/\/\*$/, "(/.*)?")}$`);
    return visited.some((route) => pattern.test(route));
  };
  return declared().filter((path) => !ELSEWHERE.has(path) && !isVisited(path));
}

function declared(): string[] {
  const sources = ["router.tsx", "admin/routes.tsx", "admin/pages.ts"].map((file) => readFileSync(`${ROOT}ui/src/app/${file}`, "utf8")).join("\n");
  return [...sources.matchAll(/(?:open\(|personal\(|path: )"([^"]+)"/g)].map(([, path = ""]) => path);
}

/** Fills in orders of the first customer, and a customer. */
export async function fillerOf(shop: Shop): Promise<(route: string) => string> {
  const owner = await Caller.demo(shop, "admin");
  const found = new Map<string, number>();
  for (const state of ["CONFIRMED", "NORMAL", "PAYMENT_FAILED"]) {
    const { items } = await owner.call<{ items: { id: number; customer: { id: number } }[] }>("GET", `/v1/admin/orders?state=${state}&limit=20`);
    const [order] = items;
    if (order === undefined) throw new Error(`no order is ${state}`);
    found.set(state, order.id).set("customer", order.customer.id);
  }
  return (route) => route.replace(/\{(\w+)\}/, (_, name: string) => String(found.get(name)));
}
