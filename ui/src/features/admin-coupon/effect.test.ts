// The preview calculates the same discount as the shop.
import { expect, it } from "vitest";
import { type Effect, effectOn, exampleAmount, mostCost, type Terms } from "./effect";

it.each<[string, number, Terms, Effect]>([
  ["a rate rounds down", 12_999, { rate: 15, minOrder: 0 }, { off: 1_949, toPay: 11_050 }],
  ["a price comes off whole", 30_000, { price: 5_000, minOrder: 0 }, { off: 5_000, toPay: 25_000 }],
  ["the least is enough", 30_000, { price: 5_000, minOrder: 30_000 }, { off: 5_000, toPay: 25_000 }],
  ["less than the least", 29_999, { price: 5_000, minOrder: 30_000 }, { off: 0, toPay: 29_999, because: "minOrder" }],
  ["a cap bites", 100_000, { rate: 20, cap: 10_000, minOrder: 0 }, { off: 10_000, toPay: 90_000, because: "capped" }],
  ["a cap that is not reached", 40_000, { rate: 20, cap: 10_000, minOrder: 0 }, { off: 8_000, toPay: 32_000 }],
  ["never below nothing", 3_000, { price: 5_000, minOrder: 0 }, { off: 3_000, toPay: 0, because: "free" }],
  ["all of it", 3_000, { rate: 100, minOrder: 0 }, { off: 3_000, toPay: 0, because: "free" }],
  ["the largest order there can be", 1_000_000_000_000, { rate: 99, minOrder: 0 }, { off: 990_000_000_000, toPay: 10_000_000_000 }],
])("%s", (_why, amount, terms, effect) => {
  expect(effectOn(amount, terms)).toEqual(effect);
});

it("knows what all of them cost at most", () => {
  expect(mostCost({ price: 5_000, minOrder: 0 }, 100)).toBe(500_000);
  expect(mostCost({ price: 5_000, cap: 3_000, minOrder: 0 }, 100)).toBe(300_000);
  expect(mostCost({ rate: 10, cap: 3_000, minOrder: 0 }, 100)).toBe(300_000);
  expect(mostCost({ rate: 10, minOrder: 0 }, 100), "no cap, no bound").toBeUndefined();
});

it("shows itself on an order that it applies to", () => {
  expect(exampleAmount({ price: 1, minOrder: 80_000 })).toBe(80_000);
  expect(exampleAmount({ price: 1, minOrder: 0 })).toBe(50_000);
});
