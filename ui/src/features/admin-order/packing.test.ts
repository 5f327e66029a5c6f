// What is to be packed is added up over orders, and nothing is lost or counted twice.
import { describe, expect, it } from "vitest";
import type { AdminOrder } from "@/ipc/generated/operations";
import { pickLines, readIds } from "./packing";

type Item = AdminOrder["items"][number];

function item(productId: number, quantity: number, productOptionId?: number, cancelledQuantity = 0): Item {
  return { productId, productOptionId, quantity, cancelledQuantity, productName: `상품 ${productId}` } as Item;
}

describe("the units to take from the shelves", () => {
  it("are added up over orders, options apart", () => {
    const lines = pickLines([{ items: [item(1, 2), item(2, 1, 20)] }, { items: [item(1, 3), item(2, 4, 21)] }]);
    expect(lines.map(({ productId, productOptionId, quantity, orders }) => [productId, productOptionId, quantity, orders])).toEqual([
      [1, undefined, 5, 2],
      [2, 21, 4, 1],
      [2, 20, 1, 1],
    ]);
  });

  it("count an order once that has a product twice", () => {
    expect(pickLines([{ items: [item(1, 1), item(1, 1)] }])).toMatchObject([{ quantity: 2, orders: 1 }]);
  });

  it("stand by name where as many are needed", () => {
    expect(pickLines([{ items: [item(2, 1), item(1, 1)] }]).map(({ productId }) => productId)).toEqual([1, 2]);
  });

  it("are those that were not refunded", () => {
    expect(pickLines([{ items: [item(1, 3, undefined, 2), item(2, 2, undefined, 2)] }])).toMatchObject([{ productId: 1, quantity: 1 }]);
  });

  it("are none without orders", () => {
    expect(pickLines([])).toEqual([]);
  });
});

describe("ids in an address", () => {
  it("are taken up to a hundred", () => {
    const read = (ids: string) => readIds(new URLSearchParams({ ids }));
    expect(read("1,22")).toBe("1,22");
    expect(read(Array.from({ length: 100 }, (_, index) => index + 1).join(","))).toBeDefined();
    for (const bad of ["", "0", "1,", "a", "1;2", Array.from({ length: 101 }, () => "1").join(",")]) expect(read(bad), bad).toBeUndefined();
  });
});
