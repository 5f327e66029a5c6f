// A product with a rich description and options in a grid: made with the keyboard, shown to shoppers in both languages, and
// nothing of a hostile description is executed.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { rest } from "./support/look";
import { expect, test } from "./support/test";

const HOSTILE = [
  `<p>안녕</p><script>window.executed=1</script>`,
  `<p onclick="window.executed=1">안녕<img src=x onerror="window.executed=1"></p>`,
  `<svg onload="window.executed=1"></svg><p>안녕 <a href="javascript:window.executed=1">눌러 보세요</a></p>`,
  `<p style="position:fixed;inset:0">안녕</p><style>main{display:none}</style>`,
];

test("a description and options are written in the form and shown in the shop", async ({ shop, arrive }) => {
  const admin = await Admin.enter(await arrive(), "ko");
  const { page, main, words } = admin;
  const label = (key: string) => words.of(`adminProducts:${key}`);
  await admin.go("/admin/products/new");
  await admin.fill("adminProducts:form.name", "손뜨개 담요");
  await admin.fill("adminProducts:form.category", "뜨개");
  await page.getByRole("option", { name: words.of("adminProducts:form.categoryNew", { name: "뜨개" }) }).click();
  const editor = main.getByRole("textbox", { name: label("form.description"), exact: true });
  await editor.click();
  await main.getByRole("button", { name: label("editor.heading2") }).click();
  await page.keyboard.type("세탁");
  await page.keyboard.press("Enter");
  await page.keyboard.type("찬물에 ");
  await main.getByRole("button", { name: label("editor.bold") }).click();
  await page.keyboard.type("손세탁");
  await page.keyboard.press("Enter");
  await main.getByRole("button", { name: label("editor.bullets") }).click();
  await page.keyboard.type("건조기 사용 금지");

  await admin.button("adminProducts:options.add").click();
  const names = main.getByLabel(label("options.name"), { exact: true });
  await names.nth(0).fill("작은 것");
  await main.getByLabel(label("options.nameEn"), { exact: true }).nth(0).fill("Small");
  await main.getByLabel(label("options.price"), { exact: true }).nth(0).fill("30000");
  await main.getByLabel(label("options.stock"), { exact: true }).nth(0).fill("5");
  await page.keyboard.press("Enter");
  await expect(names.nth(1), "Enter has added a row").toBeFocused();
  await page.keyboard.type("큰 것");
  await main.getByLabel(label("options.price"), { exact: true }).nth(1).fill("45000");
  await main.getByLabel(label("options.stock"), { exact: true }).nth(1).fill("3");
  await admin.shopper.follow(() => admin.button("adminProducts:form.create").first().click());
  await expect(admin.heading).toHaveText("손뜨개 담요");
  const id = Number(/\/products\/(\d+)$/.exec(page.url())?.[1]);

  await names.nth(1).fill("아주 큰 것");
  await main.getByRole("button", { name: label("options.save") }).click();
  await expect(main.getByRole("button", { name: label("options.save") })).toHaveCount(0);
  await admin.go(`/admin/products/${id}`);
  await expect(names.nth(1)).toHaveValue("아주 큰 것");
  await expect(editor.locator("h2")).toHaveText("세탁");

  const shopper = await arrive();
  await shopper.go(`/products/${id}`);
  await expect(shopper.main.locator("h2", { hasText: "세탁" })).toBeVisible();
  await expect(shopper.main.locator("strong", { hasText: "손세탁" })).toBeVisible();
  await expect(shopper.main.locator("li", { hasText: "건조기 사용 금지" })).toBeVisible();
  await shopper.choose("English");
  await expect(shopper.main.getByRole("radio", { name: /Small/ })).toBeVisible();
  await expect(shopper.main.locator("[role=radio] [lang=ko]")).toHaveText("아주 큰 것");
  await expect(shopper.heading.locator("[lang=ko]")).toHaveText("손뜨개 담요");
  expect(await (await Caller.demo(shop, "admin")).call<{ description: string }>("GET", `/v1/admin/products/${id}`)).toMatchObject({
    description: "세탁\n찬물에 손세탁\n• 건조기 사용 금지",
  });
});

test("nothing of a hostile description is executed or restyled", async ({ shop, arrive }) => {
  const caller = await Caller.demo(shop, "admin");
  const admin = await Admin.enter(await arrive(), "ko");
  for (const descriptionHtml of HOSTILE) {
    const { id } = await caller.call<{ id: number }>("POST", "/v1/admin/products", { name: "시험", category: "food", price: 1000, stock: 1, descriptionHtml });
    for (const route of [`/products/${id}`, `/admin/products/${id}`]) {
      await admin.go(route);
      await expect(admin.main).toContainText("안녕");
      await rest(admin.page);
    }
    expect(await admin.page.evaluate(() => "executed" in window), descriptionHtml).toBe(false);
    await expect(admin.main.locator("svg[onload], img[onerror], [style*=fixed], a[href^=javascript]")).toHaveCount(0);
  }
});
