// A mapping is edited and sent as it was shown, and says when it is incomplete.
import { expect, it } from "vitest";
import { shopError } from "@/ipc/errors";
import { choicesOf, columnsOf, fieldsFor, isEnough, type MappedFile, refusedFile } from "./columnMapping";

const file: MappedFile = {
  headers: ["Handle", "Title", "Type", "Variant Price"],
  columns: [{ column: "name", from: "Title" }, { column: "category", from: "Type", ifEmpty: "기타" }, { column: "price", from: "Variant Price" }],
  source: "SHOPIFY",
  isRemembered: false,
};

it("comes back as it went in", () => expect(columnsOf(choicesOf(file))).toEqual(file.columns));

it("leaves out what is not mapped", () => {
  const choices = { ...choicesOf(file), stock: { from: "", ifEmpty: " " } };
  expect(columnsOf(choices)).toEqual(file.columns);
});

it("needs a name, a category and a price, or an id", () => {
  const choices = choicesOf(file);
  expect(isEnough(choices)).toBe(true);
  expect(isEnough({ ...choices, category: { from: "", ifEmpty: "기타" } })).toBe(true);
  expect(isEnough({ ...choices, category: { from: "", ifEmpty: " " } })).toBe(false);
  expect(isEnough({ id: { from: "id", ifEmpty: "" } })).toBe(true);
});

it("never maps an id of another shop", () => {
  expect(fieldsFor("WOOCOMMERCE")).not.toContain("id");
  expect(fieldsFor("OTHER")).toContain("id");
});

it("finds the columns of a file that was refused for them", () => {
  expect(refusedFile(shopError("INVALID_INPUT", { fields: [], headers: ["이름"], columns: [] }))).toMatchObject({ headers: ["이름"], source: "OTHER" });
  for (const nothing of [null, shopError("INVALID_INPUT", { fields: [] }), shopError("CART_EMPTY", {})]) expect(refusedFile(nothing)).toBeUndefined();
});
