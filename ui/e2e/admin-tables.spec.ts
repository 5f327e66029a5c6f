// Product tables in the words of the panel: taken out as a workbook or as CSV, and back in with what was changed in them.
import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import { Admin } from "./support/admin";
import { expect, test } from "./support/test";

test("a workbook comes back unchanged, and nothing is offered to be done", async ({ openShop, arrive }) => {
  const shop = await openShop("tables-workbook");
  const admin = await Admin.enter(await arrive(shop));
  const { main, words } = admin;
  const file = await exported(admin, "admin:export.xlsx");
  expect(file.name).toMatch(/^products-\d{4}-\d{2}-\d{2}\.xlsx$/);
  expect(file.bytes.subarray(0, 2).toString(), "it is a workbook").toBe("PK");
  await admin.follow("adminProducts:import");
  await main.locator("input[type=file]").setInputFiles({ name: file.name, mimeType: "", buffer: file.bytes });
  const figures = main.getByRole("region", { name: file.name }).getByRole("definition");
  await expect(figures.nth(0), "new").toHaveText("0");
  await expect(figures.nth(1), "changed").toHaveText("0");
  await expect(figures.nth(2), "unchanged").toHaveText("225");
  await expect(main).toContainText(words.of("adminProducts:csv.nothing"));
  await expect(admin.button("adminProducts:csv.perform")).toHaveCount(0);
});

test("what a table changes is shown before and after, then done", async ({ openShop, arrive }) => {
  const shop = await openShop("tables-changes");
  const admin = await Admin.enter(await arrive(shop));
  const { main, words } = admin;
  const file = await exported(admin, "admin:export.csv");
  const [names = "", ...lines] = file.bytes.toString("utf8").split("\n");
  expect(names, "headings as the panel writes them").toContain("상품 번호,상품명,");
  const place = lines.findIndex((line) => /,판매 중,/.test(line) && /,[0-9]+,[0-9]+,[0-9]*,판매 중,/.test(line));
  const changed = lines.map((line, at) => (at === place ? line.replace(",판매 중,", ",품절,") : line)).join("\n");
  await admin.follow("adminProducts:import");
  await main.locator("input[type=file]").setInputFiles({ name: "edited.csv", mimeType: "text/csv", buffer: Buffer.from(`${names}\n${changed}`) });
  const table = main.getByRole("table", { name: words.of("adminProducts:csv.changes.title", { shown: 1 }) });
  await expect(table.getByRole("row").last()).toContainText("판매 중");
  await expect(table.getByRole("row").last()).toContainText("일시 품절");
  await admin.button("adminProducts:csv.perform").click();
  await expect(main).toContainText(words.of("adminProducts:csv.done"));
});

test("a template is there to begin with, and its examples make no product", async ({ openShop, arrive }) => {
  const shop = await openShop("tables-template");
  const admin = await Admin.enter(await arrive(shop));
  const { main, page, words } = admin;
  await admin.go("/admin/products/import");
  await admin.button("adminProducts:csv.template").click();
  const file = await save(page.waitForEvent("download"), () => page.getByRole("menuitem", { name: words.of("admin:export.xlsx") }).click());
  await main.locator("input[type=file]").setInputFiles({ name: file.name, mimeType: "", buffer: file.bytes });
  await main.getByText(words.of("adminProducts:csv.left.title", { shown: 4 })).click();
  await expect(main).toContainText(words.of("adminProducts:csv.left.why.EXAMPLE"));
  await expect(admin.button("adminProducts:csv.perform")).toHaveCount(0);
});

async function exported(admin: Admin, format: "admin:export.xlsx" | "admin:export.csv"): Promise<Saved> {
  const { page, words } = admin;
  await admin.go("/admin/products");
  await admin.button("admin:export.label").click();
  return save(page.waitForEvent("download"), () => page.getByRole("menuitem", { name: words.of(format) }).click());
}

interface Saved {
  name: string;
  bytes: Buffer;
}

async function save(download: Promise<Download>, press: () => Promise<void>): Promise<Saved> {
  await press();
  const saved = await download;
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}
