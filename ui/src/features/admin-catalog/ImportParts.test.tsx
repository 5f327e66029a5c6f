// An import shows everything that the shop reported about it, in either language.
import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { afterEach, expect, it, vi } from "vitest";
import type { ImportedProducts } from "@/ipc/generated/operations";
import { ImportPreview, ImportReading } from "./ImportPreview";
import { ImportRemarks } from "./ImportRemarks";
import { StockChanges } from "./StockChanges";

afterEach(() => i18next.changeLanguage("ko"));

const result: ImportedProducts = {
  done: false,
  created: 13,
  updated: 0,
  faults: [],
  faultCount: 0,
  table: { encoding: "CP949", delimiter: ";", source: "CAFE24", isRemembered: false, headers: ["상품명", "메모"], columns: [{ column: "name", from: "상품명" }], unusedHeaders: ["메모"] },
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
    <MantineProvider>
      <ImportReading table={result.table} />
      <ImportRemarks result={result} />
      <StockChanges result={result} chosen={false} pending={false} onChoose={onChoose} />
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
  ["ko", ["CP949", "세미콜론", "카페24", "이름이 같은 상품이 12개 있습니다", "가져오지 않는 행 1개", "4행: 판매 중이 아닌 상품입니다", "사용하지 않는 열 1개", "내보낸 후 변경됨", "머그컵", "6,300원", "S, M"]],
  ["en", ["CP949", "Semicolon", "Cafe24", "12 products with the same name already exist", "1 row won’t be imported", "Row 4: Product isn’t active", "1 column not used", "Changed since the export", "머그컵", "₩6,300", "S, M"]],
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
