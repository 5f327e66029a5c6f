// An import shows everything that the shop reported about it, in either language.
import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { afterEach, expect, it, vi } from "vitest";
import type { ImportedProducts } from "@/ipc/generated/operations";
import { ImportChanges } from "./ImportChanges";
import { ImportPreview, ImportReading, SheetChoice } from "./ImportPreview";
import { ImportRemarks } from "./ImportRemarks";
import { StockChanges } from "./StockChanges";

afterEach(() => i18next.changeLanguage("ko"));

const result: ImportedProducts = {
  done: false,
  created: 13,
  updated: 2,
  unchanged: 4,
  changes: [
    { line: 3, productId: 1, name: "접시", cells: [{ column: "price", before: "9000", after: "9500" }, { column: "state", before: "NORMAL", after: "OUT_OF_STOCK" }] },
    { line: 4, productId: 1, name: "접시", optionName: "큰 것", cells: [{ column: "option", after: "큰 것" }] },
  ],
  changeCount: 150,
  faults: [],
  faultCount: 0,
  table: { format: "CSV", sheets: [], encoding: "CP949", delimiter: ";", source: "CAFE24", isRemembered: false, headers: ["상품명", "메모"], columns: [{ column: "name", from: "상품명" }], unusedHeaders: ["메모"] },
  firstRows: [{ line: 2, name: "머그컵", description: "도자기", category: "주방", price: 6300, state: "NORMAL", stock: 7, options: ["S", "M"] }],
  existingNames: 12,
  stockChanges: [{ line: 3, productId: 1, name: "접시", available: 4, stated: 12, exported: 5 }],
  stockChangeCount: 1,
  stockSet: false,
  leftOut: [{ line: 4, reason: "NOT_ON_SALE" }],
  leftOutCount: 1,
};

function show(onChoose = vi.fn()) {
  const { container } = render(
    <MantineProvider env="test">
      <ImportReading table={result.table} />
      <ImportRemarks result={result} />
      <StockChanges result={result} chosen={false} pending={false} onChoose={onChoose} />
      <ImportChanges result={result} />
      <ImportPreview result={result} />
    </MantineProvider>,
  );
  for (const closed of container.querySelectorAll("details")) {
    closed.open = true;
    fireEvent(closed, new Event("toggle"));
  }
  return container;
}

it.each([
  ["ko", ["CP949", "세미콜론", "카페24", "이름이 같은 상품이 12개 있습니다", "가져오지 않는 행 1개", "4행: 판매 중이 아닌 상품입니다", "사용하지 않는 열 1개", "내보낸 후 변경됨", "머그컵", "6,300원", "S, M", "변경 내용 150행", "9,000원", "9,500원", "일시 품절", "접시 · 큰 것", "외 148행"]],
  ["en", ["CP949", "Semicolon", "Cafe24", "12 products with the same name already exist", "1 row won’t be imported", "Row 4: Product isn’t active", "1 column not used", "Changed since the export", "머그컵", "₩6,300", "S, M", "Changes in 150 rows", "₩9,000", "₩9,500", "Out of stock", "접시 · 큰 것", "and 148 more rows"]],
])("tells it all in %s", async (lang, words) => {
  await i18next.changeLanguage(lang);
  const { textContent } = show();
  for (const each of words) expect(textContent).toContain(each);
});

it("sets no stock unless that is chosen", () => {
  const chosen = vi.fn();
  show(chosen);
  const choice = screen.getByRole("checkbox");
  expect(choice).not.toBeChecked();
  fireEvent.click(choice);
  expect(chosen).toHaveBeenCalledExactlyOnceWith(true);
});

it("offers the sheets of a workbook, where there are several", () => {
  const chosen = vi.fn();
  const workbook = { ...result.table, format: "XLSX" as const, sheets: ["안내", "상품"], sheet: "안내" };
  const { rerender } = render(
    <MantineProvider env="test">
      <SheetChoice table={workbook} pending={false} onChoose={chosen} />
    </MantineProvider>,
  );
  fireEvent.click(screen.getByRole("combobox"));
  fireEvent.click(screen.getByText("상품"));
  expect(chosen).toHaveBeenCalledExactlyOnceWith("상품");
  rerender(
    <MantineProvider env="test">
      <SheetChoice table={{ ...workbook, sheets: ["안내"] }} pending={false} onChoose={chosen} />
      <ImportReading table={workbook} />
    </MantineProvider>,
  );
  expect(screen.queryByRole("combobox")).toBeNull();
  expect(document.body.textContent).toContain("XLSX");
});
