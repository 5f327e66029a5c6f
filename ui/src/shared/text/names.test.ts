// English where there is an English name, Korean otherwise.
import { expect, it } from "vitest";
import { lineName, productName } from "./names";

it("names products and lines in the language shown", () => {
  expect(productName({ name: "귤", nameEn: "Tangerines" }, "en")).toBe("Tangerines");
  expect(productName({ name: "귤", nameEn: "Tangerines" }, "ko")).toBe("귤");
  expect(lineName({ productName: "귤 (대)", productNameEn: "Tangerines (large)" }, "en")).toBe("Tangerines (large)");
  expect(lineName({ productName: "귤" }, "en"), "no English name").toBe("귤");
});
