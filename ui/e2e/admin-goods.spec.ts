// Goods as they are sold: a scanner finds a product, a count that is out of date is told, pictures stand in an order, the first
// option takes the stock, and a customer is told of what is in stock again.
import type { Page } from "@playwright/test";
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { expect, test } from "./support/test";

/** Red, green and blue, four pixels each. */
const PIXELS = [
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGM4YWMDRAwQCgAlPgUBdJmUYAAAAABJRU5ErkJggg==",
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGOwWRAFRAwQCgAhfgTZmOAXZQAAAABJRU5ErkJggg==",
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGOwiToBRAwQCgAkJgV5MzhIMwAAAABJRU5ErkJggg==",
];

/** The keys of a scanner come at once, however busy the machine is. */
function scan(page: Page, digits: string): Promise<void> {
  return page.evaluate((typed) => {
    const press = (key: string, code: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
    for (const digit of typed) press(digit, `Digit${digit}`);
    press("Enter", "Enter");
  }, digits);
}

test("goods: scanned, counted, pictured, given options, waited for", async ({ openShop, arrive }) => {
  const shop = await openShop("goods");
  const caller = await Caller.demo(shop, "admin");
  const mug = { name: "머그컵", category: "kitchen", price: 9000, stock: 12, sku: "MUG-01", barcode: "8801234567893" };
  const { id } = await caller.call<{ id: number }>("POST", "/v1/admin/products", mug);
  for (const data of PIXELS) await caller.call("POST", `/v1/admin/products/${id}/images`, { data });

  const admin = await Admin.enter(await arrive(shop));
  const { page, words } = admin;
  await test.step("a scanner opens the product, and says what it does not know", async () => {
    await admin.go("/admin/orders");
    await scan(page, "0000000000");
    await expect(page.getByText(words.of("admin:scan.unknown"))).toBeVisible();
    await scan(page, mug.barcode);
    await expect(admin.heading).toHaveText("머그컵");
  });

  await test.step("a count is compared with the stock that was seen", async () => {
    await admin.button("adminProducts:detail.adjust").click();
    const dialog = admin.dialog;
    await dialog.getByText(words.of("adminProducts:adjust.type.SET"), { exact: true }).click();
    await dialog.getByLabel(words.of("adminProducts:adjust.quantity.SET")).fill("20");
    await dialog.getByLabel(words.of("adminProducts:adjust.reason"), { exact: true }).fill("실사");
    await caller.call("POST", `/v1/admin/products/${id}/stock`, { type: "DECREASE", quantity: 2, reason: "파손" });
    await dialog.getByRole("button", { name: words.of("adminProducts:adjust.submit"), exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText("12개에서 10개로");
    await dialog.getByRole("button", { name: words.of("adminProducts:adjust.setAnyway") }).click();
    await expect(dialog).toBeHidden();
    const { availableQuantity } = await caller.call<{ availableQuantity: number }>("GET", `/v1/products/${id}`);
    expect(availableQuantity).toBe(20);
  });

  await test.step("pictures are moved by the keyboard and removed", async () => {
    const imagesOf = async () => (await caller.call<{ images: string[] }>("GET", `/v1/products/${id}`)).images;
    const [first, second, third] = await imagesOf();
    await admin.button("adminProducts:pictures.forward", { place: 3 }).press("Enter");
    await expect.poll(imagesOf).toEqual([first, third, second]);
    await admin.button("adminProducts:pictures.remove", { place: 1 }).click();
    await expect.poll(imagesOf).toEqual([third, second]);
  });

  await test.step("the first option asks what becomes of the stock", async () => {
    await admin.button("adminProducts:options.add").click();
    await admin.fill("adminProducts:options.name", "빨강");
    await admin.button("adminProducts:options.save").click();
    await admin.dialog.getByRole("button", { name: words.of("adminProducts:ownStock.move", { name: "빨강" }) }).click();
    const options = async () => (await caller.call<{ options: { availableQuantity: number }[] }>("GET", `/v1/products/${id}`)).options.map(({ availableQuantity }) => availableQuantity);
    await expect.poll(options).toEqual([20]);
  });

  await test.step("a customer waits for what is sold out, and is told once it is back", async () => {
    const { options } = await caller.call<{ options: { id: number }[] }>("GET", `/v1/products/${id}`);
    const productOptionId = options[0]?.id;
    await caller.call("POST", `/v1/admin/products/${id}/stock`, { type: "SET", quantity: 0, productOptionId, reason: "품절" });
    const shopper = await arrive(shop);
    await shopper.register("기다리는손님", "waiting@example.com");
    await shopper.go(`/products/${id}`);
    await expect(shopper.main.getByRole("button", { name: "머그컵 2 이미지" })).toBeVisible();
    await shopper.main.getByRole("button", { name: "빨강 재입고 알림 신청" }).click();
    await expect(shopper.main.getByRole("button", { name: "빨강 재입고 알림 취소" })).toBeVisible();
    await shopper.go("/me/restock");
    await expect(shopper.main).toContainText("입고 대기");
    await caller.call("POST", `/v1/admin/products/${id}/stock`, { type: "INCREASE", quantity: 5, productOptionId, reason: "입고" });
    // The job looks every ten seconds; the page hears of it by an event.
    await expect(shopper.main).toContainText("재입고", { timeout: 20_000 });
    await expect(shopper.main).not.toContainText("입고 대기", { timeout: 20_000 });
  });
});
