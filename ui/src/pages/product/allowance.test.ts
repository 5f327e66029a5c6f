// Stock, the limit, what was bought and what lies in the cart: the smallest room of them counts.
import { expect, it } from "vitest";
import type { Cart, Product, ProductOption } from "@/ipc/generated/operations";
import { allowanceOf } from "./allowance";

const BEIGE: ProductOption = { id: 21, name: "베이지", price: 10_000, availableQuantity: 4, state: "NORMAL" };
const INK: ProductOption = { id: 22, name: "먹색", price: 12_000, availableQuantity: 0, state: "NORMAL" };

function product(changes: Partial<Product> = {}): Product {
  return {
    id: 3, name: "에코백", description: "", category: "fashion", price: 10_000, priceFrom: 10_000, priceTo: 10_000, state: "NORMAL", status: "AVAILABLE",
    availableQuantity: 10, options: [], images: [], createdAt: "", updatedAt: "", ...changes,
  };
}

function cart(...lines: [productId: number, quantity: number, productOptionId?: number][]): Cart {
  const items = lines.map(([productId, quantity, productOptionId], place) => ({
    id: place + 1, productId, productOptionId, quantity, productName: "", price: 0, subtotal: 0, availableQuantity: 10, orderable: true,
  }));
  return { items, itemCount: items.length, totalAmount: 0 };
}

it.each<[string, Product, ProductOption | undefined, Cart | undefined, number]>([
  ["the stock", product(), undefined, undefined, 10],
  ["the stock less what is in the cart", product(), undefined, cart([3, 4], [9, 5]), 6],
  ["the limit", product({ limitedQuantity: 2 }), undefined, undefined, 2],
  ["the limit less what was bought", product({ limitedQuantity: 2, alreadyBought: 1 }), undefined, undefined, 1],
  ["the limit over all options in the cart", product({ limitedQuantity: 3, options: [BEIGE, INK] }), BEIGE, cart([3, 1, 21], [3, 1, 22]), 1],
  ["the stock of the option", product({ options: [BEIGE, INK] }), BEIGE, cart([3, 1, 21]), 3],
  ["nothing of an option that is sold out", product({ options: [BEIGE, INK] }), INK, undefined, 0],
  ["nothing beyond the limit", product({ limitedQuantity: 1, alreadyBought: 2 }), undefined, undefined, 0],
  ["nothing of what is no longer sold", product({ state: "DISCONTINUED" }), undefined, undefined, 0],
])("lets the cart hold %s", (_case, sold, option, held, cartMax) => {
  expect(allowanceOf(sold, option, held).cartMax).toBe(cartMax);
});

it.each<[string, Product, Cart | undefined, number]>([
  ["the stock, whatever lies in the cart", product(), cart([3, 10]), 10],
  ["the limit, whatever lies in the cart", product({ limitedQuantity: 2 }), cart([3, 2]), 2],
  ["the limit less what was bought", product({ limitedQuantity: 2, alreadyBought: 1 }), cart([3, 1]), 1],
  ["nothing of what is no longer sold", product({ state: "DISCONTINUED" }), undefined, 0],
])("lets one buy at once %s", (_case, sold, held, max) => {
  expect(allowanceOf(sold, undefined, held).max).toBe(max);
});
