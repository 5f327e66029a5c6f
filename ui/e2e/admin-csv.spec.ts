// Products as CSV: exported, edited in a spreadsheet, checked, and imported as a whole or not at all.
import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { expect, test } from "./support/test";

const HEAD = "name,category,price,stock,state";

test("a table with faults changes nothing, and one without is taken in as a whole", async ({ openShop, arrive }) => {
  const shop = await openShop("csv-in");
  const admin = await Admin.enter(await arrive(shop));
  const { main, words } = admin;
  await admin.go("/admin/products");
  await admin.follow("adminProducts:import");
  await drop(admin, "faulty.csv", `${HEAD}\n대바구니,살림,12000,3,NORMAL\n싸리비,살림,공짜,3,NORMAL\n,살림,900,3,NORMAL\n`);
  await expect(main.getByRole("alert")).toContainText(words.of("adminProducts:csv.faultTitle", { shown: 2 }));
  const faults = main.getByRole("table", { name: words.of("adminProducts:csv.faults") }).getByRole("row");
  await expect(faults.filter({ hasText: "price" })).toContainText(words.of("adminProducts:csv.why.NOT_A_NUMBER"));
  await expect(faults.filter({ hasText: "name" })).toContainText(words.of("adminProducts:csv.why.MISSING"));
  await expect(faults.filter({ hasText: "price" }).getByRole("cell").first(), "lines are counted as a spreadsheet does").toHaveText("3");
  await expect(admin.button("adminProducts:csv.perform"), "there is nothing to take in").toHaveCount(0);

  await admin.button("adminProducts:csv.another").click();
  await drop(admin, "whole.csv", `${HEAD}\n대바구니,살림,12000,3,NORMAL\n싸리비,살림,7000,3,NORMAL\n`);
  await expect(main.getByRole("definition").first()).toHaveText("2");
  expect(await shelved(admin), "a trial changes nothing").toEqual([]);
  await admin.button("adminProducts:csv.perform").click();
  await expect(main).toContainText(words.of("adminProducts:csv.done"));
  await admin.shopper.follow(() => main.getByRole("region", { name: "whole.csv" }).getByRole("link").click());
  await expect(admin.row("대바구니")).toContainText("12,000원");
  await expect(admin.row("싸리비")).toContainText("7,000원");
  expect(await shelved(admin)).toEqual(["대바구니", "싸리비"]);
});

test("what is taken out can be taken in again, and no cell is a formula", async ({ openShop, arrive }) => {
  const shop = await openShop("csv-out");
  const owner = await Caller.demo(shop, "admin");
  const formula = "=1+1|'calc'";
  const { id } = await owner.call<{ id: number }>("POST", "/v1/admin/products", { name: formula, category: "살림", price: 100, stock: 1 });
  const admin = await Admin.enter(await arrive(shop));
  const { main, page, words } = admin;
  await admin.go("/admin/products");
  await admin.button("admin:export.label").click();
  const table = await save(page.waitForEvent("download"), () => page.getByRole("menuitem", { name: words.of("admin:export.csv") }).click());
  expect(table.name).toMatch(/^products-\d{4}-\d{2}-\d{2}\.csv$/);
  const lines = linesOf(table.text);
  const ids = lines.slice(1).map((each) => each.split(",", 1)[0]);
  expect(new Set(ids).size, "every product, those with options on several lines").toBe(225 + 1);
  const line = lines.find((each) => each.startsWith(`${id},`));
  expect(line, "a spreadsheet reads it as text").toContain(`'${formula}`);

  await admin.follow("adminProducts:import");
  await main.locator("input[type=file]").setInputFiles({ name: table.name, mimeType: "text/csv", buffer: Buffer.from(table.text) });
  await expect(main.getByRole("definition").first(), "nothing is new").toHaveText("0");
  await expect(main.getByRole("alert")).toHaveCount(0);
  await admin.go("/admin/statistics?days=7");
  await main.locator("label", { hasText: words.of("adminCharts:table") }).click();
  const sales = await save(page.waitForEvent("download"), () => admin.button("adminCharts:csv").click());
  expect(sales.name).toBe("sales-by-day.csv");
  expect(linesOf(sales.text), "seven days and their names").toHaveLength(8);
});

test("a table of another shop in CP949 is mapped, shown and taken in", async ({ openShop, arrive }) => {
  const shop = await openShop("csv-mapped");
  const admin = await Admin.enter(await arrive(shop));
  const { main, words } = admin;
  await admin.go("/admin/products/import");
  // 상품코드,자체 상품코드,상품명,판매가,상품분류 번호 / P1,,대바구니,"12,000.00", as Cafe24 and a Korean spreadsheet write them.
  const head = [0xbb, 0xf3, 0xc7, 0xb0, 0xc4, 0xda, 0xb5, 0xe5, 0x2c, 0xc0, 0xda, 0xc3, 0xbc, 0x20, 0xbb, 0xf3, 0xc7, 0xb0, 0xc4, 0xda, 0xb5, 0xe5, 0x2c, 0xbb, 0xf3, 0xc7, 0xb0, 0xb8, 0xed, 0x2c, 0xc6, 0xc7, 0xb8, 0xc5, 0xb0, 0xa1, 0x2c, 0xbb, 0xf3, 0xc7, 0xb0, 0xba, 0xd0, 0xb7, 0xf9, 0x20, 0xb9, 0xf8, 0xc8, 0xa3];
  const line = [..."\nP1,,"].map((sign) => sign.charCodeAt(0)).concat([0xb4, 0xeb, 0xb9, 0xd9, 0xb1, 0xb8, 0xb4, 0xcf], [...',"12,000.00",\n'].map((sign) => sign.charCodeAt(0)));
  await main.locator("input[type=file]").setInputFiles({ name: "cafe24.csv", mimeType: "text/csv", buffer: Buffer.from([...head, ...line]) });
  await expect(main).toContainText("CP949");
  await expect(main).toContainText(words.of("adminProducts:csv.read.sources.CAFE24"));
  await expect(main.getByRole("alert"), "the file has no category for it").toContainText(words.of("adminProducts:csv.faultTitle", { shown: 1 }));
  const column = words.of("adminProducts:csv.map.column.category");
  await main.getByLabel(words.of("adminProducts:csv.map.ifEmptyOf", { column })).fill("살림");
  await admin.button("adminProducts:csv.map.apply").click();
  const preview = main.getByRole("table", { name: words.of("adminProducts:csv.preview.title") });
  await expect(preview.getByRole("row").filter({ hasText: "대바구니" })).toContainText("12,000원");
  await admin.button("adminProducts:csv.perform").click();
  await expect(main).toContainText(words.of("adminProducts:csv.done"));
  expect(await shelved(admin)).toEqual(["대바구니"]);
});

test("stock that was edited in an export is shown, and set when that is chosen", async ({ openShop, arrive }) => {
  const shop = await openShop("csv-stock");
  const owner = await Caller.demo(shop, "admin");
  const { id } = await owner.call<{ id: number }>("POST", "/v1/admin/products", { name: "대바구니", category: "살림", price: 100, stock: 4 });
  const admin = await Admin.enter(await arrive(shop));
  const { main, words } = admin;
  await admin.go("/admin/products/import");
  await drop(admin, "stock.csv", `id,stock,exportedStock\n${id},9,4\n`);
  const choice = main.getByRole("checkbox", { name: words.of("adminProducts:csv.stock.choose") });
  await expect(choice).not.toBeChecked();
  await choice.check();
  await admin.button("adminProducts:csv.perform").click();
  await expect(main).toContainText(words.of("adminProducts:csv.stock.set", { shown: 1 }));
  const { availableQuantity } = await owner.call<{ availableQuantity: number }>("GET", `/v1/admin/products/${id}`);
  expect(availableQuantity).toBe(9);
});

/** Lets go of a file over the page, as out of a folder. */
async function drop(admin: Admin, name: string, text: string): Promise<void> {
  const files = await admin.page.evaluateHandle(
    ([called, content]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([content], called, { type: "text/csv" }));
      return carried;
    },
    [name, text] as const,
  );
  const place = admin.main.getByText(admin.words.of("adminProducts:csv.drop"));
  await place.dispatchEvent("dragover", { dataTransfer: files });
  await place.dispatchEvent("drop", { dataTransfer: files });
  await expect(admin.main.getByRole("heading", { name })).toBeVisible();
}

/** The products of the file that a visitor can see. */
async function shelved(admin: Admin): Promise<string[]> {
  const { items } = await Caller.visitor(admin.shopper.shop).call<{ items: { name: string }[] }>("GET", `/v1/products?category=${encodeURIComponent("살림")}`);
  return items.map(({ name }) => name).sort();
}

async function save(download: Promise<Download>, act: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([download, act()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** Nothing in these tables breaks a line within a cell. */
function linesOf(text: string): string[] {
  return text.trimEnd().split(/\r?\n/);
}
