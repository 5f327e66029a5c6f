// Every error of a file has its text, with its bounds, in both languages.
import { renderHook } from "@testing-library/react";
import i18next from "i18next";
import { afterEach, expect, it } from "vitest";
import { shopError } from "@/ipc/errors";
import type { CsvFault } from "@/ipc/generated/operations";
import en from "@/locales/en/adminProducts.json";
import ko from "@/locales/ko/adminProducts.json";
import { faultOf, useFaultWords } from "./faultWords";

afterEach(() => i18next.changeLanguage("ko"));

it.each([
  ["ko", "1부터 1,000,000까지의 정수를 입력해 주세요"],
  ["en", "Enter a whole number from 1 to 1,000,000"],
])("tells the bounds in %s", async (lang, words) => {
  await i18next.changeLanguage(lang);
  const { result } = renderHook(useFaultWords);
  expect(result.current({ column: "limitedQuantity", reason: "OUT_OF_RANGE", least: 1, most: 1_000_000 })).toBe(words);
});

it("leaves no bound unsaid, and none unfilled", () => {
  const { result } = renderHook(useFaultWords);
  for (const reason of Object.keys(ko.csv.why) as (keyof typeof ko.csv.why)[]) {
    const said = result.current({ column: "price", reason, least: 3, most: 9 });
    expect(said, reason).not.toContain("{{");
    for (const name of ["least", "most", "column"]) expect(ko.csv.why[reason].includes(`{{${name}}}`), `${reason} ${name}`).toBe(en.csv.why[reason].includes(`{{${name}}}`));
  }
});

it("has a sentence for a reason that is newer than this page", () => {
  const { result } = renderHook(useFaultWords);
  expect(result.current({ reason: "OF_TOMORROW" as CsvFault["reason"] })).toBe("입력한 값을 다시 확인해 주세요");
});

function refused(faults: CsvFault[] | undefined) {
  return shopError("INVALID_INPUT", { fields: [], faults });
}

it("finds the fault of a file that is no table", () => {
  expect(faultOf(refused([{ line: 1, reason: "NO_NAMES" }]))?.reason).toBe("NO_NAMES");
  for (const nothing of [null, refused(undefined), refused([]), shopError("CART_EMPTY", {})]) expect(faultOf(nothing)).toBeUndefined();
});

it("names all unknown columns at once", () => {
  const unknown = (column: string) => ({ line: 1, column, reason: "UNKNOWN_COLUMN" }) as const;
  expect(faultOf(refused([unknown("colour"), unknown("weight")]))?.column).toBe("colour, weight");
});
