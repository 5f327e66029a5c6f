// The work of an admin in either language: a product is created, gets stock and a coupon, is bought, shipped and
// refunded, and appears in the data check, the statistics and the audit log; at last a backup is restored.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { expect, test } from "./support/test";
import type { Shopper } from "./support/shopper";
import type { Lang } from "./support/words";

/** What is typed, and how the page then calls it. */
const SCARF = {
  ko: { name: "손뜨개 목도리", grey: "먹색", blue: "쪽빛", coupon: "목도리 개시 할인" },
  en: { name: "Hand-knit Scarf", grey: "Ink grey", blue: "Indigo", coupon: "Opening discount" },
} as const;
/** What the demo shop's admin is called. */
const KEEPER = "장터지기";
const CUSTOMER = "첫손님";
const EMAIL = "first-customer@example.com";

for (const lang of ["ko", "en"] as const) {
  test(`from a new product to its report, ${lang}`, async ({ openShop, arrive }) => {
    const shop = await openShop(`selling-${lang}`);
    const admin = await Admin.enter(await arrive(shop), lang);
    const product = await offer(admin, lang);
    await count(admin, product, lang);
    await createCoupon(admin, lang);

    const shopper = await arrive(shop);
    await shopper.register(CUSTOMER, EMAIL);
    const order = await buyOne(shopper, product, lang);
    const caller = await Caller.customer(shop, EMAIL);
    const option = (await caller.call<{ options: { id: number }[] }>("GET", `/v1/products/${product}`)).options[0]?.id;
    const others = [await caller.buy(product, 1, option), await caller.buy(product, 1, option)];

    await shipAll(admin, others.length + 1);
    await deliverAndRefund(admin, order, lang);
    await shopper.go(`/orders/${order}`);
    await expect(shopper.main).toContainText("환불 완료");
    // 100,000 charged; of three scarves for 30,000, one with a tenth off, that one was paid back.
    await shopper.balanceIs("40,000P");
    await report(admin, product, lang);
    await lookBack(admin, product, order);
    await goBack(admin, lang, () => caller.buy(product, 1, option));
    await shopper.isSignedOut();
  });
}

/** A product with one option from its form, a second one added on its page, and a picture. Answers its id. */
async function offer(admin: Admin, lang: Lang): Promise<number> {
  const { words, page, main } = admin;
  await admin.go("/admin/products");
  await admin.follow("adminProducts:new");
  await admin.fill("adminProducts:form.name", SCARF.ko.name);
  await admin.fill("adminProducts:form.nameEn", SCARF.en.name);
  await admin.fill("adminProducts:form.description", "겨울 내내 두르는 목도리");
  await admin.fill("adminProducts:form.category", "뜨개");
  await page.getByRole("option", { name: words.of("adminProducts:form.categoryNew", { name: "뜨개" }) }).click();
  await admin.fill("adminProducts:form.price", "30000");
  await admin.button("adminProducts:options.add").click();
  await admin.fill("adminProducts:options.name", SCARF[lang].grey);
  await admin.fill("adminProducts:options.stock", "5");
  await admin.shopper.follow(() => admin.button("adminProducts:form.create").first().click());
  await expect(admin.heading).toHaveText(SCARF[lang].name);

  await admin.button("adminProducts:options.add").click();
  const added = (key: string) => main.getByRole("textbox", { name: words.of(`adminProducts:options.${key}`), exact: true }).last();
  await added("name").fill(SCARF[lang].blue);
  await added("price").fill("32000");
  await added("stock").fill("3");
  await admin.button("adminProducts:options.save").click();
  await expect(admin.button("adminProducts:options.save")).toHaveCount(0);
  await expect(added("price")).toHaveValue("32,000");

  await main.locator("input[type=file]").setInputFiles({ name: "scarf.png", mimeType: "image/png", buffer: await page.screenshot() });
  await expect(main.getByRole("img", { name: words.of("adminProducts:picture.alt", { name: SCARF[lang].name }) })).toBeVisible();
  return Number(/\/products\/(\d+)$/.exec(page.url())?.[1]);
}

/** Ten more come in, for a reason that its history keeps. */
async function count(admin: Admin, product: number, lang: Lang): Promise<void> {
  const { words, main } = admin;
  await admin.button("adminProducts:detail.adjust").click();
  await admin.fill("adminProducts:adjust.quantity.INCREASE", "10", admin.dialog);
  await admin.fill("adminProducts:adjust.reason", "첫 입고", admin.dialog);
  await expect(admin.dialog.getByRole("status")).toContainText("5 → 15");
  await admin.answer("adminProducts:adjust.submit");
  await expect(admin.row(SCARF[lang].grey)).toContainText("15");
  await admin.follow("adminProducts:detail.history");
  await expect(admin.heading).toHaveText(words.of("adminProducts:movements.title", { name: SCARF[lang].name }));
  await expect(admin.row("첫 입고")).toContainText("+10");
  await expect(main).toContainText(words.of("adminProducts:movements.now", { shown: 18 }));
  await admin.go(`/admin/products/${product}`);
}

async function createCoupon(admin: Admin, lang: Lang): Promise<void> {
  const { words, dialog } = admin;
  await admin.go("/admin/coupons");
  await admin.button("adminCoupons:new").click();
  await admin.fill("adminCoupons:form.name", SCARF[lang].coupon, dialog);
  await admin.fill("adminCoupons:form.totalQuantity", "20", dialog);
  await admin.fill("adminCoupons:form.maxDiscountPrice", "5000", dialog);
  await expect(dialog.getByRole("region", { name: words.of("adminCoupons:preview.ticket") })).toContainText(SCARF[lang].coupon);
  await admin.answer("adminCoupons:form.create");
  await expect(admin.row(SCARF[lang].coupon)).toContainText(words.of("adminCoupons:issuedOf", { issued: 0, total: 20 }));
}

/** The customer gets the coupon, opens the product and pays 27,000 won. Returns the order's id. */
async function buyOne(shopper: Shopper, product: number, lang: Lang): Promise<number> {
  await shopper.charge("100,000원");
  await shopper.takeCoupon(SCARF[lang].coupon);
  await shopper.go(`/products/${product}`);
  await expect(shopper.heading).toHaveText(SCARF.ko.name);
  const option = shopper.main.getByRole("radio", { name: new RegExp(SCARF[lang].grey) });
  await option.click();
  // The choice is in the address, and must not be mistaken for the next page.
  await expect(option).toBeChecked();
  await shopper.follow(() => shopper.button("바로 구매").click());
  await shopper.giveAddress();
  await shopper.pay("27,000원");
  await expect(shopper.heading).toHaveText("주문이 완료됐어요");
  return Number(/\/orders\/(\d+)\/done$/.exec(shopper.page.url())?.[1]);
}

/** What this customer waits for leaves the shop in one go. */
async function shipAll(admin: Admin, orders: number): Promise<void> {
  const { words, page, main } = admin;
  await admin.go("/admin/orders?tab=preparing");
  await main.getByRole("searchbox").fill(EMAIL);
  await expect(admin.row(CUSTOMER)).toHaveCount(orders);
  await page.waitForURL(/[?&]q=/);
  await main.getByRole("checkbox", { name: words.of("admin:table.selectAll") }).check();
  await expect(main).toContainText(words.of("admin:table.selected", { count: orders }));
  await admin.button("adminOrders:bulk.ship.action", { count: orders }).click();
  await expect(admin.dialog).toContainText(words.of("adminOrders:bulk.ship.changes", { count: orders }));
  await admin.answer("adminOrders:bulk.ship.confirm");
  await expect(main).toContainText(words.of("admin:none.title"));
  await main.getByRole("navigation").getByRole("link", { name: words.of("adminOrders:tab.shipped") }).click();
  await expect(admin.row(CUSTOMER)).toHaveCount(orders);
}

async function deliverAndRefund(admin: Admin, order: number, lang: Lang): Promise<void> {
  const { words, main, dialog } = admin;
  const link = main.getByRole("row").locator(`a[href="#/admin/orders/${order}"]`);
  await admin.shopper.follow(() => link.click());
  await admin.button("adminOrders:action.deliver").click();
  await admin.answer("adminOrders:action.deliver");
  await expect(main.getByRole("region", { name: words.of("adminOrders:detail.timeline") })).toContainText(words.of("adminOrders:step.DELIVERED"));

  await admin.button("adminOrders:action.refund").click();
  const effect = (key: string) => dialog.getByRole("region", { name: words.of(key) });
  await expect(effect("adminOrders:refund.points")).toContainText("+27,000P");
  await expect(effect("adminOrders:refund.stock")).toContainText("12 → 13");
  await expect(effect("adminOrders:refund.coupons")).toContainText(SCARF[lang].coupon);
  await expect(effect("adminOrders:refund.coupons")).toContainText(words.of("adminOrders:refund.usable"));
  await expect(dialog).toContainText(words.of("adminOrders:refund.sentAlready"));
  await admin.fill("adminOrders:refund.reason", "올이 풀림", dialog);
  await admin.answer("adminOrders:refund.confirm", { amount: words.won(27_000) });
  await expect(main.getByRole("region", { name: words.of("adminOrders:detail.timeline") })).toContainText(words.of("adminOrders:step.REFUNDED"));
}

/** Two of three sales remain in the figures. */
async function report(admin: Admin, product: number, lang: Lang): Promise<void> {
  const { words, main, page } = admin;
  await admin.go("/admin/statistics?view=popular&days=7");
  await expect(main.getByRole("row").filter({ has: page.locator(`a[href="#/admin/products/${product}"]`) })).toContainText(words.won(60_000));
  await admin.go("/admin/statistics?view=coupons&days=7");
  await expect(main).toContainText(SCARF[lang].coupon);
  await admin.go("/admin/proof");
  await expect(main).toContainText(words.of("adminProof:allHold"));
}

/** The audit log names the admin of each act. */
async function lookBack(admin: Admin, product: number, order: number): Promise<void> {
  const { words, main } = admin;
  const acts = main.getByRole("listitem");
  const saying = (...names: readonly string[]) => names.map((name) => new RegExp(`^${words.of(`adminAudit:actions.${name}`)}.*${KEEPER}`));
  await admin.go(`/admin/audit-log?targetType=order&targetId=${order}`);
  await expect(acts, "the latest first").toContainText(saying("refund_order", "deliver_order", "ship_order"));
  await admin.go(`/admin/audit-log?targetType=product&targetId=${product}`);
  await expect(acts).toContainText(saying("adjust_stock", "set_product_image", "add_product_option", "create_product"));
  await admin.go("/admin/audit-log?action=create_coupon");
  await expect(acts).toContainText(saying("create_coupon"));
}

/** Makes a backup, places one more order and restores the backup: the order is lost, and all users have to sign in again. */
async function goBack(admin: Admin, lang: Lang, order: () => Promise<unknown>): Promise<void> {
  const { words, main, shopper, dialog } = admin;
  const copy = (kind: string) => main.getByRole("listitem").filter({ hasText: words.of(`adminSystem:backups.kinds.${kind}`) });
  await admin.go("/admin/system?part=backups");
  await admin.button("adminSystem:backups.make").click();
  await expect(copy("MANUAL")).toContainText(words.of("adminSystem:backups.states.VERIFIED"));
  await expect(copy("MANUAL")).toContainText(words.of("adminSystem:backups.sinceNone"));
  await order();
  await admin.go("/admin/orders?tab=preparing");
  await expect(admin.row(CUSTOMER)).toHaveCount(1);
  await admin.go("/admin/system?part=backups");
  await expect(copy("MANUAL")).toContainText(words.of("adminSystem:backups.since", { count: 1 }));

  // A request in that moment is refused and repeated.
  shopper.faults.expect(/^503 /);
  await copy("MANUAL").getByRole("button").click();
  for (const change of ["orders", "aside", "signOut"]) await expect(dialog).toContainText(words.of(`adminSystem:backups.ask.${change}`, { count: 1 }));
  await admin.answer("adminSystem:backups.ask.confirm");
  await shopper.isSignedOut();
  const again = await Admin.enter(shopper, lang);
  await again.go("/admin/system?part=backups");
  await expect(copy("BEFORE_RESTORE")).toBeVisible();
  await again.go(`/admin/orders?q=${EMAIL}`);
  await expect(again.row(CUSTOMER), "what came after the copy is gone").toHaveCount(3);
  await again.go("/admin/proof");
  await expect(main).toContainText(words.of("adminProof:allHold"));
}
