// Typed fields become the right request, and a product becomes fields and back without a change.
import { expect, it } from "vitest";
import type { AdminProduct } from "@/ipc/generated/operations";
import { BLANK, copyOf, createRequest, fieldsOf, localTime, missingFields, productFields, sameFields, updateRequest } from "./productFields";

const tea: AdminProduct = {
  images: [],
  id: 7, name: "보성 녹차", description: "첫물", category: "food", price: 8100, priceFrom: 8100, priceTo: 8100, basePrice: 9000, onSale: true,
  sale: { rate: 10, beginsAt: "2026-03-05T05:30:00.000Z", endsAt: "2026-03-06T05:30:15.250Z" },
  state: "NORMAL", status: "AVAILABLE", availableQuantity: 4, lowStock: true, soldQuantity: 2, popularity: 2, options: [],
  createdAt: "2026-01-01T00:00:00.000Z", updatedAt: "2026-01-02T00:00:00.000Z",
};

const white = { name: "흰색", nameEn: "", price: 100, stock: 0, state: "NORMAL" as const };

function refusedPaths(fields: unknown): string[] {
  const checked = productFields.safeParse(fields);
  return checked.success ? [] : checked.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
}

it("asks for the product as it was when nothing was typed", () => {
  expect(updateRequest(fieldsOf(tea), tea)).toEqual({
    id: 7, updatedAt: tea.updatedAt, name: "보성 녹차", nameEn: undefined, description: "첫물", descriptionEn: undefined, category: "food",
    price: 9000, limitedQuantity: undefined, sale: tea.sale, state: "NORMAL",
  });
});

const HTML = "<h2>보관</h2><p>냉장</p>";

it.each([
  ["plain text of a plain product", "<p>두 줄</p><p>로</p>", undefined, { description: "두 줄\n로" }],
  ["HTML of a plain product", HTML, undefined, { descriptionHtml: HTML }],
  ["HTML of a rich product", HTML, "<p><em>x</em></p>", { descriptionHtml: HTML }],
  ["plain text of a rich product, whose HTML goes", "<p>보관</p>", HTML, { description: "보관", descriptionHtml: "" }],
])("sends %s", (_name, descriptionHtml, stored, sent) => {
  const seen = { ...tea, descriptionHtml: stored };
  const { description, descriptionHtml: html } = updateRequest({ ...fieldsOf(seen), descriptionHtml }, seen);
  expect({ description, descriptionHtml: html }).toEqual({ description: undefined, descriptionHtml: undefined, ...sent });
});

it("leaves the HTML alone where the product is a row of a list", () => {
  expect(updateRequest({ ...fieldsOf(tea), price: 1 }, tea).descriptionHtml).toBeUndefined();
});

it("keeps an instant to the millisecond through the field of this machine's zone", () => {
  expect(localTime("2026-03-05T05:30:00.000Z")).toBe("2026-03-05T14:30");
  expect(new Date(localTime("2026-03-06T05:30:15.250Z")).toISOString()).toBe("2026-03-06T05:30:15.250Z");
});

it("leaves the product's own stock out where there are options", () => {
  const typed = { ...BLANK, name: "컵", category: "kitchen", price: 100, stock: 5, options: [{ ...white, nameEn: "White", stock: 3 }] };
  expect(createRequest(typed)).toMatchObject({ stock: 0, options: [{ name: "흰색", nameEn: "White", price: 100, stock: 3 }] });
  expect(createRequest({ ...typed, options: [] })).toMatchObject({ stock: 5, options: undefined });
});

it("ignores what was typed for a sale that is off", () => {
  expect(sameFields({ ...fieldsOf(tea), hasSale: false }, { ...fieldsOf(tea), hasSale: false, saleRate: 50 })).toBe(true);
  expect(sameFields(fieldsOf(tea), { ...fieldsOf(tea), saleRate: 50 })).toBe(false);
});

it.each([
  ["nothing at all", BLANK, ["name required", "category required", "price range"]],
  ["a price in jeon", { ...fieldsOf(tea), price: 10.5 }, ["price range"]],
  ["more than the shop counts", { ...fieldsOf(tea), price: 1e13 }, ["price range"]],
  ["a limit of none", { ...fieldsOf(tea), limitedQuantity: 0 }, ["limitedQuantity range"]],
  ["a sale that ends as it begins", { ...fieldsOf(tea), saleEnds: fieldsOf(tea).saleBegins }, ["saleEnds endsBeforeBegin"]],
  ["a description that is too long", { ...fieldsOf(tea), descriptionHtml: `<p>${"가".repeat(5001)}</p>` }, ["descriptionHtml tooLong"]],
  ["a sale of everything", { ...fieldsOf(tea), saleRate: 100 }, ["saleRate range"]],
])("refuses %s", (_name, fields, refused) => {
  expect(refusedPaths(fields)).toEqual(refused);
});

it("copies a product without its stock, its sale and its deleted options", () => {
  const option = { id: 1, name: "흰색", nameEn: "White", price: 90, basePrice: 100, availableQuantity: 7, soldQuantity: 2, state: "NORMAL" as const };
  const copy = copyOf({ ...tea, options: [option, { ...option, id: 2, name: "검정", state: "DELETED" }] }, "녹차 사본");
  expect(copy).toMatchObject({ name: "녹차 사본", descriptionHtml: "<p>첫물</p>", category: tea.category, stock: 0, hasSale: false, saleBegins: "" });
  expect(copy.options).toEqual([{ ...white, id: undefined, nameEn: "White" }]);
  expect(productFields.safeParse(copy).success, "it can be saved at once").toBe(true);
});

it.each([
  ["a blank form", BLANK, ["name", "category", "price"]],
  ["spaces", { ...fieldsOf(tea), name: "  " }, ["name"]],
  ["options in place of the price", { ...fieldsOf(tea), price: "" as const, options: [white] }, []],
  ["an option without a name", { ...fieldsOf(tea), options: [{ ...white, name: "" }] }, ["options"]],
  ["an option without a price", { ...fieldsOf(tea), options: [{ ...white, price: "" as const }] }, ["options"]],
  ["a whole product", fieldsOf(tea), []],
])("says what is missing of %s", (_name, typed, missing) => {
  expect(missingFields(typed)).toEqual(missing);
});
