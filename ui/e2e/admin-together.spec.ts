// Several users at once: another admin edits the same product, customers buy, a customer is blocked. The pages follow.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { expect, test } from "./support/test";

/** Without options, without a limit. */
const RICE = 133;

test("two admins who edit one product see both versions, and choose", async ({ openShop, arrive }) => {
  const shop = await openShop("conflict");
  const first = await Admin.enter(await arrive(shop));
  const second = await Admin.enter(await arrive(shop));
  for (const admin of [first, second]) await admin.go(`/admin/products/${RICE}`);
  await first.fill("adminProducts:form.price", "19000");
  await second.fill("adminProducts:form.price", "17000");
  await second.button("adminProducts:form.save").click();
  await expect(second.main).toContainText(second.words.of("adminProducts:form.allSaved"));

  await first.button("adminProducts:form.save").click();
  const price = first.dialog.getByRole("row", { name: first.words.of("adminProducts:form.price") });
  await expect(price).toContainText("19,000");
  await expect(price).toContainText("17,000");
  await first.answer("admin:conflict.later");
  await expect(first.main.getByLabel(first.words.of("adminProducts:form.price")), "what was typed stays").toHaveValue("19,000");
  await first.button("adminProducts:form.save").click();
  await first.answer("admin:conflict.keepMine");
  await expect(second.main.getByLabel(second.words.of("adminProducts:form.price")), "the other page follows").toHaveValue("19,000");

  await first.fill("adminProducts:form.price", "18500");
  await second.fill("adminProducts:form.price", "1");
  await first.button("adminProducts:form.save").click();
  await expect(first.main).toContainText(first.words.of("adminProducts:form.allSaved"));
  await second.button("adminProducts:form.save").click();
  await second.answer("admin:conflict.takeTheirs");
  await expect(second.main.getByLabel(second.words.of("adminProducts:form.price"))).toHaveValue("18,500");
  await expect(second.main).toContainText(second.words.of("adminProducts:form.allSaved"));
});

test("a product that is deleted goes from the shelves, and one press brings it back", async ({ openShop, arrive }) => {
  const shop = await openShop("undo");
  const admin = await Admin.enter(await arrive(shop));
  const visitor = Caller.visitor(shop);
  await admin.go(`/admin/products/${RICE}`);
  await admin.button("adminProducts:detail.delete").click();
  await expect(admin.main).toContainText(admin.words.of("adminProducts:detail.deletedTitle"));
  expect((await visitor.ask("GET", `/v1/products/${RICE}`)).status).toBe(404);
  await admin.page.getByRole("button", { name: admin.words.of("common:undo"), exact: true }).click();
  await expect(admin.button("adminProducts:detail.delete")).toBeVisible();
  await expect(admin.main).not.toContainText(admin.words.of("adminProducts:detail.deletedTitle"));
  expect((await visitor.ask("GET", `/v1/products/${RICE}`)).status).toBe(200);
});

test("a blocked customer is signed out at once, and back when unblocked", async ({ openShop, arrive }) => {
  const shop = await openShop("blocking");
  const shopper = await arrive(shop);
  await shopper.register("말썽이", "trouble@example.com");
  await shopper.go("/points");
  await shopper.mark();
  const admin = await Admin.enter(await arrive(shop));
  await admin.go("/admin/customers?q=trouble");
  await admin.shopper.follow(() => admin.row("trouble@example.com").getByRole("link").first().click());
  await admin.button("adminCustomers:block.action").click();
  await admin.answer("adminCustomers:block.confirm");
  await shopper.isSignedOut();
  await shopper.isUnloaded();
  await shopper.signIn("trouble@example.com", "correct-horse-9");
  await expect(shopper.main.getByRole("alert")).toBeVisible();

  await admin.button("adminCustomers:unblock.action").click();
  await admin.answer("adminCustomers:unblock.confirm");
  await expect(admin.button("adminCustomers:block.action")).toBeVisible();
  await shopper.signIn("trouble@example.com", "correct-horse-9");
  await shopper.isSignedIn("말썽이");
});

test("a customer is told why the panel is closed, and a visitor is asked who they are", async ({ arrive }) => {
  const shopper = await arrive();
  await shopper.go("/admin/orders");
  await expect(shopper.heading, "nobody is signed in yet").toHaveText("로그인");
  await shopper.becomeFirstCustomer();
  for (const page of ["/admin", "/admin/orders", "/admin/products/1", "/admin/settings"]) {
    await shopper.go(page);
    await expect(shopper.main).toContainText("관리자만 볼 수 있는 페이지");
    await expect(shopper.page.getByRole("navigation", { name: "관리자 메뉴" })).toHaveCount(0);
  }
});

test("what customers do is seen at the dashboard and in the list of orders without a reload", async ({ openShop, arrive }) => {
  const shop = await openShop("watching");
  const admin = await Admin.enter(await arrive(shop));
  const list = await admin.anotherTab();
  await list.go("/admin/orders?tab=preparing");
  const byState = admin.main.getByRole("region", { name: admin.words.of("adminDashboard:byState"), exact: true });
  const preparing = byState.locator('a[href="#/admin/orders?tab=preparing"]');
  const figure = async () => Number(/\d+$/.exec((await preparing.textContent()) ?? "")?.[0]);
  await expect(preparing).toBeVisible();
  const before = await figure();
  for (const each of [admin, list]) await each.shopper.mark();

  const customer = await Caller.newcomer(shop, "새손님", "seen@example.com");
  await customer.call("POST", "/v1/points/charge", { amount: 100_000 });
  await customer.buy(RICE, 1);
  await expect.poll(figure, { message: "one more order to send", timeout: 30_000 }).toBe(before + 1);
  await expect(list.row("새손님")).toContainText("18,500원");
  for (const each of [admin, list]) await each.shopper.isUnloaded();
});
