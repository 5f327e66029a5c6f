// A card's texts about a product, and its link.
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import type { Product } from "@/ipc/generated/operations";
import { badgesOf, offerOf } from "./offer";
import { ProductCard } from "./ProductCard";

const NOW = new Date("2026-03-05T05:30:00.000Z");

function product(changes: Partial<Product> = {}): Product {
  const { price = 10_000 } = changes;
  return {
    id: 7, name: "제주 감귤", nameEn: "Jeju tangerines", description: "", category: "food", price, priceFrom: price, priceTo: price, state: "NORMAL",
    status: "AVAILABLE", availableQuantity: 20, options: [], images: [], imageUrl: "/7.png", createdAt: "", updatedAt: "", ...changes,
  };
}

const sale: Partial<Product> = { price: 7_900, listPrice: 10_000, saleRate: 21, saleEndsAt: "2099-01-01T00:00:00.000Z" };

function show(changes: Partial<Product> = {}) {
  render(
    <MantineProvider env="test">
      <MemoryRouter>
        <ProductCard product={product(changes)} corner={<button type="button">찜</button>} />
      </MemoryRouter>
    </MantineProvider>,
  );
}

it("leads to the product, under its name and price", () => {
  show();
  expect(screen.getByRole("link", { name: "제주 감귤" })).toHaveAttribute("href", "/products/7");
  expect(screen.getByText("10,000원")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "찜" }), "the corner slot").toBeInTheDocument();
});

it("shows a price from which its options begin", () => {
  show({ price: 7_900, priceFrom: 7_900, priceTo: 12_000 });
  expect(screen.getByText("7,900원부터")).toBeInTheDocument();
});

it("shows a running sale in words and figures", () => {
  show(sale);
  expect(screen.getByText("21% 할인")).toBeInTheDocument();
  expect(screen.getByText("7,900원")).toBeInTheDocument();
  expect(screen.getByText("특가")).toBeInTheDocument();
});

it.each<[string, Partial<Product>, string[]]>([
  ["plenty", {}, []],
  ["last few", { availableQuantity: 5 }, ["lastFew"]],
  ["sold out hides the rest", { availableQuantity: 0, limitedQuantity: 2, ...sale }, ["soldOut"]],
  ["all at once", { availableQuantity: 3, limitedQuantity: 2, ...sale }, ["sale", "lastFew", "limited"]],
])("badges: %s", (_case, changes, expected) => {
  expect(badgesOf(product(changes), NOW).map((badge) => badge.kind)).toEqual(expected);
});

it("a sale ends at its end", () => {
  const over = { ...sale, saleEndsAt: NOW.toISOString() };
  expect(offerOf(product(over), NOW)).toEqual({ price: 10_000, isFrom: false });
  expect(offerOf(product(sale), NOW)).toMatchObject({ price: 7_900, before: 10_000, discountRate: 21 });
});
