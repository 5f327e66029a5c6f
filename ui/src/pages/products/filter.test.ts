// Filters survive the conversion to an address and back, and invalid values are ignored.
import { expect, it } from "vitest";
import { addressOf, type Filter, filterFrom, holdsWholeShop, isNarrowed, requestOf, withoutFilters, withPrices } from "./filter";

const NONE: Filter = { q: "", inStock: false, onSale: false, sort: "newest" };

function read(address: string): Filter {
  return filterFrom(new URLSearchParams(address.split("?")[1] ?? ""));
}

it.each<[string, Filter, string]>([
  ["nothing", NONE, "/products"],
  ["a category", { ...NONE, category: "food" }, "/products?category=food"],
  ["a price range", { ...NONE, minPrice: 0, maxPrice: 30_000 }, "/products?minPrice=0&maxPrice=30000"],
  ["switches", { ...NONE, inStock: true, onSale: true }, "/products?inStock=1&onSale=1"],
  ["another sort", { ...NONE, sort: "priceAsc" }, "/products?sort=priceAsc"],
  ["a search, by likeness", { ...NONE, q: "ㅅㄱ", sort: "relevance" }, "/products?q=%E3%85%85%E3%84%B1"],
  ["a search, newest first", { ...NONE, q: "귤" }, "/products?q=%EA%B7%A4&sort=newest"],
])("%s stands in the address and is read back", (_case, filter, address) => {
  expect(addressOf(filter)).toBe(address);
  expect(read(address)).toEqual(filter);
});

it.each([
  ["?minPrice=-5", NONE],
  ["?maxPrice=many", NONE],
  ["?sort=byMood", NONE],
  ["?sort=relevance", NONE],
  ["?inStock=yes", NONE],
  ["?category=", NONE],
])("%s is as if it were not there", (address, expected) => {
  expect(read(address)).toEqual(expected);
});

it("asks the shop only for what is set", () => {
  const request = requestOf({ ...NONE, category: "food", inStock: true });
  expect(JSON.parse(JSON.stringify(request))).toEqual({ category: "food", inStock: true, sort: "newest" });
});

it("turns a crossed price range round", () => {
  expect(withPrices(NONE, 50_000, 10_000)).toMatchObject({ minPrice: 10_000, maxPrice: 50_000 });
});

it("clears the filters but keeps the search", () => {
  const cleared = withoutFilters({ ...NONE, q: "귤", category: "food", minPrice: 1, onSale: true });
  expect(cleared).toEqual({ ...NONE, q: "귤" });
  expect(isNarrowed(cleared)).toBe(false);
});

it("knows when the whole shop's counts hold", () => {
  const holds = (query: string) => holdsWholeShop(filterFrom(new URLSearchParams(query)));
  expect(holds("")).toBe(true);
  expect(holds("category=food&sort=priceAsc")).toBe(true);
  expect(holds("q=apple")).toBe(false);
  expect(holds("category=food&inStock=1")).toBe(false);
});
