// An owner's morning: a new shop and its first steps; the dashboard after a sign-in; many orders at once, and one after the other.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { DEMO_PASSWORD, PASSWORD } from "./support/shopper";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

const words = wordsOf("ko");
const STEPS = ["product", "business", "deposits", "network", "backup"] as const;

test("a new shop shows its first steps, and knows which are done", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("first-steps", "none"));
  const { page, main } = shopper;
  await page.goto(shopper.shop.url);
  await shopper.button(/내 가게 만들기/).click();
  for (const [name, value] of [["shopName", "모퉁이 가게"], ["name", "주인장"], ["email", "keeper@example.com"], ["password", PASSWORD]] as const) {
    await main.locator(`input[name=${name}]`).fill(value);
  }
  await main.locator("button[type=submit]").click();
  await shopper.arrives("/admin/dashboard");
  const step = (name: (typeof STEPS)[number]) => main.locator(`[data-step=${name}]`);
  for (const name of STEPS) await expect(step(name)).toContainText(words.of("adminDashboard:steps.open"));

  await step("network").getByRole("button", { name: words.of("adminDashboard:steps.network.stay") }).click();
  await expect(step("network")).toHaveAttribute("data-done");
  await shopper.follow(() => step("product").getByRole("link").click());
  await shopper.arrives("/admin/products/new");
  const owner = await Caller.customer(shopper.shop, "keeper@example.com");
  await owner.call("POST", "/v1/admin/products", { name: "제주 감귤", category: "food", price: 17_800, stock: 3 });
  await shopper.go("/admin/system?part=backups");
  await main.getByRole("button", { name: words.of("adminSystem:backups.make"), exact: true }).click();
  await expect(main.getByRole("listitem").first()).toContainText(words.of("adminSystem:backups.states.VERIFIED"));

  await shopper.go("/admin/settings");
  await main.getByLabel(words.of("adminSettings:shopName.label"), { exact: true }).fill("모퉁이 과일집");
  for (const [name, value] of [["bank", "국민은행"], ["number", "123456-01-234567"], ["holder", "박주인"], ["businessName", "모퉁이상회"], ["registrationNumber", "124-81-00998"]] as const) {
    await main.getByLabel(words.of(`adminSettings:${name}.label`), { exact: true }).fill(value);
  }
  await main.getByRole("button", { name: words.of("adminSettings:save"), exact: true }).click();
  await expect(shopper.toast(words.of("adminSettings:saved"))).toBeVisible();
  await shopper.go("/admin/dashboard");
  for (const name of STEPS) await expect(step(name)).toHaveAttribute("data-done");
  await expect(main).toContainText(words.of("adminDashboard:steps.ready"));
});

test("an admin begins at the dashboard, with the orders to ship first", async ({ arrive }) => {
  const shopper = await arrive();
  await shopper.signIn("admin@demo.jangteo", DEMO_PASSWORD);
  await shopper.arrives("/admin/dashboard");
  const todo = shopper.main.getByRole("region", { name: words.of("adminDashboard:attention.title") });
  const labels = ["toShip", "unpaid", "lowStock", "failed"].map((label) => new RegExp(`^${words.of(`adminDashboard:attention.${label}`)}`));
  await expect(todo.getByRole("link")).toHaveText(labels);
  await expect(shopper.main).toContainText("어제 같은 시각");
  await shopper.follow(() => todo.getByRole("link").first().click());
  await shopper.arrives("/admin/orders");
  await expect(shopper.main.getByRole("navigation").locator("[aria-current=page]")).toContainText(words.of("adminOrders:tab.preparing"));

  await shopper.signOut();
  await shopper.go("/admin/orders?tab=unpaid");
  await shopper.main.locator("input[name=email]").fill("admin@demo.jangteo");
  await shopper.main.locator("input[name=password]").fill(DEMO_PASSWORD);
  await shopper.main.locator("button[type=submit]").click();
  await shopper.arrives("/admin/orders");
});

test("all orders of a filter are delivered at once, beyond those that are loaded", async ({ openShop, arrive }) => {
  const shop = await openShop("bulk-delivery");
  const caller = await Caller.demo(shop, "admin");
  const count = async (filter = "") => (await caller.call<{ summary: { count: number } }>("GET", `/v1/admin/orders?limit=1${filter}`)).summary.count;
  const shipped = "&state=CONFIRMED&deliveryState=SHIPPED";
  const delivered = "&state=CONFIRMED&deliveryState=DELIVERED";
  const [all, onTheWay, arrived] = await Promise.all([count(), count(shipped), count(delivered)]);
  expect(all, "more than one page").toBeGreaterThan(50);
  expect(onTheWay).toBeGreaterThan(0);

  const admin = await Admin.enter(await arrive(shop));
  const { main, dialog } = admin;
  await admin.go("/admin/orders");
  await main.getByRole("checkbox", { name: words.of("admin:table.selectAll") }).check();
  await admin.button("admin:table.selectWhole", { shown: all }).click();
  await expect(main).toContainText(words.of("admin:table.selectedWhole", { shown: all }));
  await admin.button("adminOrders:bulk.deliver.action", { count: onTheWay }).click();
  await expect(dialog).toContainText(words.of("adminOrders:bulk.deliver.changes", { count: onTheWay }));
  await expect(dialog).toContainText(words.of("adminOrders:bulk.deliver.skipped", { count: all - onTheWay }));
  await admin.answer("adminOrders:bulk.deliver.confirm");
  await expect(admin.shopper.toast(words.of("adminOrders:bulk.deliver.done", { count: onTheWay }))).toBeVisible();
  expect([await count(shipped), await count(delivered)]).toEqual([0, arrived + onTheWay]);
  await expect(main.getByRole("navigation").getByRole("link", { name: words.of("adminOrders:tab.delivered") })).toContainText(String(arrived + onTheWay));
});

test("a range is picked with Shift, and one order leads to the next as the list has them", async ({ arrive }) => {
  const admin = await Admin.enter(await arrive());
  const { main, page } = admin;
  await admin.go("/admin/orders");
  const boxes = main.locator("tbody input[type=checkbox]");
  await boxes.nth(1).click();
  await boxes.nth(4).click({ modifiers: ["Shift"] });
  await expect(main).toContainText(words.of("admin:table.selected", { count: 4 }));
  await boxes.nth(4).click();
  await boxes.nth(3).click({ modifiers: ["Shift"] });
  await expect(main).toContainText(words.of("admin:table.selected", { count: 2 }));

  const links = main.getByRole("row").locator("a[data-list-row]");
  const ids = await links.evaluateAll((rows) => rows.slice(0, 3).map((row) => Number(/\d+$/.exec(row.getAttribute("href") ?? "")?.[0])));
  await admin.shopper.follow(() => links.first().click());
  for (const id of ids.slice(1)) {
    await admin.shopper.follow(() => main.getByRole("link", { name: words.of("adminOrders:detail.next"), exact: true }).click());
    await admin.shopper.arrives(`/admin/orders/${id}`);
  }
  await admin.shopper.follow(() => main.getByRole("link", { name: words.of("adminOrders:detail.previous"), exact: true }).click());
  await admin.shopper.arrives(`/admin/orders/${ids[1]}`);
  await page.goBack();
  await admin.shopper.arrives("/admin/orders");
});

test("a product gets its picture in the form that creates it, and another one is made like it", async ({ openShop, arrive }) => {
  const shop = await openShop("new-product");
  const admin = await Admin.enter(await arrive(shop));
  const { main, page } = admin;
  await admin.go("/admin/products/new");
  const label = (field: string) => words.of(`adminProducts:form.${field}`);
  const missing = (...fields: readonly string[]) => words.of("adminProducts:form.missing", { fields: fields.map(label).join(", ") });
  await expect(main).toContainText(missing("name", "category", "price"));
  await admin.fill("adminProducts:form.name", "한라봉 3kg");
  await admin.fill("adminProducts:form.category", "식품");
  await page.getByRole("option", { name: "식품", exact: true }).click();
  await expect(main).toContainText(missing("price"));
  await admin.fill("adminProducts:form.price", "29000");
  const picture = { name: "hallabong.png", mimeType: "image/png", buffer: await page.screenshot() };
  await main.locator("input[type=file]").setInputFiles(picture);
  await expect(main.getByRole("img", { name: words.of("adminProducts:picture.chosen") })).toBeVisible();
  await admin.shopper.follow(() => admin.button("adminProducts:form.create").click());
  await expect(admin.heading).toHaveText("한라봉 3kg");
  await expect(main.getByRole("img", { name: words.of("adminProducts:picture.alt", { name: "한라봉 3kg" }) })).toBeVisible();

  await admin.follow("adminProducts:detail.copy");
  await expect(main.getByLabel(label("name"), { exact: true })).toHaveValue("한라봉 3kg 사본");
  await expect(main.getByLabel(label("price"), { exact: true })).toHaveValue("29,000");
  await admin.shopper.follow(() => admin.button("adminProducts:form.create").click());
  await expect(admin.heading).toHaveText("한라봉 3kg 사본");

  await admin.go("/admin/audit-log?targetType=product&action=create_product");
  await expect(main.getByRole("listitem").first()).toContainText("상품 한라봉 3kg 사본");
  await admin.go("/admin/settings?part=alerts");
  await expect(main.getByRole("region", { name: words.of("adminSettings:part.alerts") })).toBeInViewport();
  await expect(admin.button("adminSettings:save")).toBeDisabled();
});
