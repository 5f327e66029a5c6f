// Puts the stock of an event into the cached products themselves. A flash sale sends hundreds of changes a second;
// refetching every list on screen, page by page, would overload the shop.
import type { QueryClient } from "@tanstack/react-query";
import type { Product, ShopEvent } from "@/ipc/generated/operations";
import { keys, oneKey } from "@/shared/queryKeys";

export type StockEvent = Extract<ShopEvent, { type: "stock" }>;

/** The last figure of the events, by product and option. */
export type StockChanges = ReadonlyMap<string, StockEvent>;

/** The key under which a later figure replaces an earlier one. */
export function stockKey({ productId, productOptionId }: StockEvent): string {
  return `${productId}:${productOptionId ?? ""}`;
}

/** Brings every cached product up to date, and asks again for the ones being looked at and for the cart they lie in. */
export function applyStock(client: QueryClient, changes: StockChanges): void {
  const byProduct = groupByProduct(changes);
  const patch = (product: Product) => withStock(product, byProduct.get(product.id) ?? []);
  for (const root of [keys.products, keys.popular, keys.wishes, keys.adminProducts]) {
    for (const query of client.getQueryCache().findAll({ queryKey: root })) {
      const before: unknown = query.state.data;
      const after = patchAnswer(before, patch);
      // What is marked stale will be read again; setting data would take the mark away.
      if (after === before || query.state.isInvalidated) continue;
      client.setQueryData(query.queryKey, after, { updatedAt: query.state.dataUpdatedAt });
    }
  }
  for (const id of byProduct.keys()) {
    void client.invalidateQueries({ queryKey: oneKey("products", id) });
    void client.invalidateQueries({ queryKey: oneKey("adminProducts", id) });
  }
  const cart = client.getQueryData<{ items: readonly { productId: number }[] }>(keys.cart);
  if (cart?.items.some((line) => byProduct.has(line.productId))) void client.invalidateQueries({ queryKey: keys.cart });
}

function groupByProduct(changes: StockChanges): ReadonlyMap<number, readonly StockEvent[]> {
  const groups = new Map<number, StockEvent[]>();
  for (const change of changes.values()) groups.set(change.productId, [...(groups.get(change.productId) ?? []), change]);
  return groups;
}

/** The product with the stock of the event; the same object when nothing differs. */
export function withStock(product: Product, changes: readonly StockEvent[]): Product {
  return changes.reduce(withOneChange, product);
}

function withOneChange(product: Product, { productOptionId, availableQuantity }: StockEvent): Product {
  if (productOptionId === undefined || productOptionId === null) return withTotal(product, availableQuantity);
  const told = product.options.find((option) => option.id === productOptionId);
  if (told === undefined || told.availableQuantity === availableQuantity) return product;
  const options = product.options.map((option) => (option === told ? { ...option, availableQuantity } : option));
  return withTotal({ ...product, options }, product.availableQuantity + availableQuantity - told.availableQuantity);
}

function withTotal(product: Product, availableQuantity: number): Product {
  if (product.availableQuantity === availableQuantity) return product;
  const sellable = availableQuantity > 0 && product.state === "NORMAL";
  return { ...product, availableQuantity, status: sellable ? "AVAILABLE" : "OUT_OF_STOCK" };
}

/** Where answers hold products: pages of a list, rows of a page, the product of a ranking's row. */
const HOLDERS = ["pages", "items", "product"] as const;

function patchAnswer(answer: unknown, patch: (product: Product) => Product): unknown {
  if (Array.isArray(answer)) return patchAll(answer, patch);
  if (typeof answer !== "object" || answer === null) return answer;
  if (isProduct(answer)) return patch(answer);
  const before = answer as Readonly<Record<string, unknown>>;
  const changed = HOLDERS.filter((holder) => holder in before)
    .map((holder) => [holder, patchAnswer(before[holder], patch)] as const)
    .filter(([holder, after]) => after !== before[holder]);
  return changed.length === 0 ? answer : { ...before, ...Object.fromEntries(changed) };
}

/** The same array when no element changed, so that nothing is drawn again without need. */
function patchAll(before: readonly unknown[], patch: (product: Product) => Product): readonly unknown[] {
  const after = before.map((element) => patchAnswer(element, patch));
  return after.some((element, place) => element !== before[place]) ? after : before;
}

function isProduct(value: object): value is Product {
  return "availableQuantity" in value && "options" in value;
}
