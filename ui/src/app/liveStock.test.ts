// Stock events reach every cached shape of a product, and nothing that they do not concern.
import { QueryClient } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import type { Product } from "@/ipc/generated/operations";
import { keys } from "@/shared/queryKeys";
import { applyStock, type StockEvent, stockKey, withStock } from "./liveStock";

function product(id: number, changes: Partial<Product> = {}): Product {
  return {
    id, name: "제주 감귤", description: "", category: "food", price: 10_000, priceFrom: 10_000, priceTo: 10_000, state: "NORMAL", status: "AVAILABLE",
    availableQuantity: 20, options: [], images: [], createdAt: "", updatedAt: "", ...changes,
  };
}

function stock(productId: number, availableQuantity: number, productOptionId?: number): StockEvent {
  return { type: "stock", productId, availableQuantity, productOptionId };
}

function told(...events: StockEvent[]) {
  return new Map(events.map((event) => [stockKey(event), event]));
}

const bag = product(3, {
  availableQuantity: 5,
  options: [
    { id: 21, name: "베이지", price: 10_000, availableQuantity: 2, state: "NORMAL" },
    { id: 22, name: "먹색", price: 12_000, availableQuantity: 3, state: "NORMAL" },
  ],
});

it("sells out and comes back", () => {
  const gone = withStock(product(1), [stock(1, 0)]);
  expect(gone).toMatchObject({ availableQuantity: 0, status: "OUT_OF_STOCK" });
  expect(withStock(gone, [stock(1, 4)])).toMatchObject({ availableQuantity: 4, status: "AVAILABLE" });
});

it("keeps the sum over options", () => {
  const after = withStock(bag, [stock(3, 0, 21), stock(3, 1, 22)]);
  expect(after.options.map((option) => option.availableQuantity)).toEqual([0, 1]);
  expect(after.availableQuantity, "0 + 1").toBe(1);
});

it("patches pages, rankings and single products, and leaves the rest as it is", () => {
  const client = new QueryClient();
  const other = { items: [product(9)] };
  client.setQueryData([...keys.products, "list"], { pages: [{ items: [product(1)] }, other], pageParams: [null, "x"] });
  client.setQueryData(keys.popular, { items: [{ rank: 1, product: product(1) }] });
  client.setQueryData([...keys.products, "one", 1], product(1));

  applyStock(client, told(stock(1, 7)));

  const list = client.getQueryData<{ pages: { items: Product[] }[] }>([...keys.products, "list"]);
  expect(list?.pages[0]?.items[0]?.availableQuantity).toBe(7);
  expect(list?.pages[1], "a page without the product is the same object").toBe(other);
  expect(client.getQueryData(keys.popular)).toMatchObject({ items: [{ product: { availableQuantity: 7 } }] });
  expect(client.getQueryData([...keys.products, "one", 1])).toMatchObject({ availableQuantity: 7 });
});

it.each([
  ["asks for the cart again when the product lies in it", 1, true],
  ["leaves the cart alone otherwise", 2, false],
])("%s", (_case, inCart, asked) => {
  const client = new QueryClient();
  client.setQueryData(keys.cart, { items: [{ productId: inCart }] });
  const invalidate = vi.spyOn(client, "invalidateQueries");
  applyStock(client, told(stock(1, 7)));
  const roots = invalidate.mock.calls.map(([filters]) => filters?.queryKey);
  expect(roots.includes(keys.cart)).toBe(asked);
});
