// The orders desk: what a customer asks of the delivery, notes of admins, a shipment that is undone, the oldest order first, and
// the palette that finds and acts.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

const words = wordsOf("ko");
const POT = 13;
const PREPARING = "/v1/admin/orders?state=CONFIRMED&deliveryState=PREPARING";

interface OrderView {
  id: number;
  orderNumber: string;
  deliveryState?: string;
  customer: { id: number; name: string };
}

interface Orders {
  items: readonly OrderView[];
  summary: { count: number };
}

test("what a customer asks of the delivery is on the order, found by the admin, and not on the receipt", async ({ openShop, arrive }) => {
  const shop = await openShop("delivery-memo");
  const shopper = await arrive(shop);
  await shopper.register("요청", "memo@example.com");
  await shopper.charge("100,000원");
  await shopper.buyNow(POT);
  await shopper.giveAddress();
  const field = shopper.main.getByLabel(words.of("checkout:memo.label"), { exact: true });
  await field.click();
  await shopper.page.getByRole("option", { name: "문 앞에 놓아주세요" }).click();
  await field.click();
  await shopper.page.getByRole("option", { name: "직접 입력" }).click();
  await shopper.main.getByLabel(words.of("checkout:memo.own"), { exact: true }).fill("벨은 누르지 마세요");
  await shopper.follow(() => shopper.button("49,000원 결제하기").click());
  await expect(shopper.main).toContainText("벨은 누르지 마세요");
  await shopper.follow(() => shopper.main.getByRole("link", { name: words.of("checkout:done.order") }).click());
  await expect(shopper.main).toContainText("벨은 누르지 마세요");
  await shopper.go(`${new URL(shopper.page.url()).hash.slice(1)}/receipt`);
  await expect(shopper.main).not.toContainText("벨은 누르지");
  await shopper.signOut();

  const admin = await Admin.enter(shopper);
  await admin.go("/admin/orders");
  await admin.main.getByRole("searchbox", { name: words.of("adminOrders:search") }).fill("벨은 누르지");
  await expect(admin.main.locator("tbody").getByRole("row")).toHaveCount(1);
  await shopper.follow(() => admin.main.locator("a[data-list-row]").first().click());
  await expect(admin.main).toContainText("벨은 누르지 마세요");
});

test("a shipment is undone from its toast, one or many, also on the next page", async ({ openShop, arrive }) => {
  const shop = await openShop("undo-ship");
  const caller = await Caller.demo(shop, "admin");
  const waiting = async () => caller.call<Orders>("GET", `${PREPARING}&limit=3`);
  const before = await waiting();
  const [first] = before.items;
  if (first === undefined) throw new Error("the demo shop has orders to ship");
  const admin = await Admin.enter(await arrive(shop));
  const { main, page } = admin;
  const undo = page.getByRole("alert").getByRole("button", { name: words.of("common:undo") });
  await admin.go(`/admin/orders/${first.id}`);
  await admin.button("adminOrders:action.ship").click();
  await admin.answer("adminOrders:action.ship");
  await expect(admin.shopper.toast(words.of("adminOrders:ship.done", { number: first.orderNumber }))).toBeVisible();
  await admin.go("/admin/orders?tab=preparing");
  await undo.click();
  await expect(admin.shopper.toast(words.of("adminOrders:unship.done", { count: 1 }))).toBeVisible();
  expect((await waiting()).summary.count, "as many wait as before").toBe(before.summary.count);

  const boxes = main.locator("tbody input[type=checkbox]");
  await expect(boxes, "the list has it again").toHaveCount(before.summary.count);
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await admin.button("adminOrders:bulk.ship.action", { count: 2 }).click();
  await admin.answer("adminOrders:bulk.ship.confirm");
  await expect.poll(async () => (await waiting()).summary.count).toBe(before.summary.count - 2);
  await undo.click();
  await expect(admin.shopper.toast(words.of("adminOrders:unship.done", { count: 2 }))).toBeVisible();
  expect((await waiting()).summary.count).toBe(before.summary.count);
  await admin.go(`/admin/orders/${first.id}`);
  await expect(main).toContainText(words.of("adminOrders:step.UNSHIPPED"));
});

test("what could not be undone is said, order by order", async ({ openShop, arrive }) => {
  const shop = await openShop("undo-late");
  const caller = await Caller.demo(shop, "admin");
  const [first, second] = (await caller.call<Orders>("GET", `${PREPARING}&limit=2`)).items;
  if (first === undefined || second === undefined) throw new Error("the demo shop has orders to ship");
  const admin = await Admin.enter(await arrive(shop));
  const { main, page, dialog } = admin;
  await admin.go("/admin/orders?tab=preparing");
  const boxes = main.locator("tbody input[type=checkbox]");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await admin.button("adminOrders:bulk.ship.action", { count: 2 }).click();
  await admin.answer("adminOrders:bulk.ship.confirm");
  const undo = page.getByRole("alert").getByRole("button", { name: words.of("common:undo") });
  await expect(undo).toBeVisible();
  await caller.call("POST", `/v1/admin/orders/${first.id}/deliver`);
  await undo.click();
  await expect(dialog).toContainText(words.of("adminOrders:unship.failedTitle"));
  await expect(dialog).toContainText(first.orderNumber);
  await expect(dialog).toContainText(words.of("adminOrders:bulk.failedText", { done: 1, failed: 1 }));
  const { order } = await caller.call<{ order: OrderView }>("GET", `/v1/admin/orders/${second.id}`);
  expect(order.deliveryState, "the other one is undone").toBe("PREPARING");
});

test("notes are written on an order and on its customer, marked in the list, and deleted", async ({ openShop, arrive }) => {
  const shop = await openShop("notes");
  const caller = await Caller.demo(shop, "admin");
  const [order] = (await caller.call<Orders>("GET", `${PREPARING}&limit=1`)).items;
  if (order === undefined) throw new Error("the demo shop has orders");
  const admin = await Admin.enter(await arrive(shop));
  const { main, dialog } = admin;
  const panel = main.getByRole("region", { name: words.of("adminNotes:title") });
  await admin.go(`/admin/customers/${order.customer.id}`);
  await admin.fill("adminNotes:new.user", "전화는 저녁에만", panel);
  await admin.button("adminNotes:add").click();
  await expect(panel.getByRole("listitem")).toContainText("전화는 저녁에만");

  await admin.go(`/admin/orders/${order.id}`);
  await expect(panel, "the customer's notes are on the order").toContainText("전화는 저녁에만");
  await admin.fill("adminNotes:new.order", "선물 포장\n리본 필요", panel);
  await admin.button("adminNotes:add").click();
  await expect(panel.getByRole("listitem").first()).toContainText("리본 필요");
  await admin.go(`/admin/orders?q=${order.orderNumber}`);
  await expect(main.getByRole("img", { name: words.of("adminOrders:noteMark", { count: 1 }) })).toBeVisible();

  await admin.go(`/admin/orders/${order.id}`);
  await panel.getByRole("listitem").first().getByRole("button").click();
  await expect(dialog).toContainText("선물 포장");
  await admin.answer("adminNotes:delete");
  await expect(panel).not.toContainText("선물 포장");
  await admin.go(`/admin/audit-log?targetType=order&targetId=${order.id}`);
  await expect(main.getByRole("listitem").first()).toContainText(words.of("adminAudit:actions.delete_note"));
});

test("the oldest order comes first where that is wanted", async ({ arrive }) => {
  const admin = await Admin.enter(await arrive());
  const { main, page } = admin;
  const numbers = () => main.locator("a[data-list-row]").evaluateAll((rows) => rows.slice(0, 5).map((row) => Number(/\d+$/.exec(row.getAttribute("href") ?? "")?.[0])));
  await admin.go("/admin/orders");
  await expect(main.locator("a[data-list-row]").first()).toBeVisible();
  const latest = await numbers();
  expect(latest).toEqual(latest.toSorted((left, right) => right - left));
  await main.getByRole("combobox", { name: words.of("adminOrders:sort.label") }).or(main.getByLabel(words.of("adminOrders:sort.label"), { exact: true })).first().click();
  await page.getByRole("option", { name: words.of("adminOrders:sort.oldest") }).click();
  await expect(page).toHaveURL(/sort=oldest/);
  await expect.poll(async () => (await numbers())[0]).toBe(1);
});

test("the palette finds by what one remembers and acts, by keyboard alone", async ({ openShop, arrive }) => {
  const shop = await openShop("palette");
  const caller = await Caller.demo(shop, "admin");
  const [order] = (await caller.call<Orders>("GET", `${PREPARING}&limit=1`)).items;
  if (order === undefined) throw new Error("the demo shop has orders");
  const admin = await Admin.enter(await arrive(shop));
  const { page, dialog } = admin;
  const { keyboard } = page;
  const group = (key: string) => dialog.locator(`[style*="${words.of(key)}"]`);
  const field = page.getByRole("textbox", { name: words.of("shell:palette.label") });
  const open = async (typed: string) => {
    await keyboard.press("Control+k");
    await expect(field).toBeFocused();
    await keyboard.type(typed);
  };

  await open(`발송 ${order.orderNumber}`);
  await expect(group("admin:palette.act.ship")).toBeVisible();
  await expect(dialog).toContainText(order.customer.name);
  await keyboard.press("Enter");
  await expect(admin.shopper.toast(words.of("adminOrders:ship.done", { number: order.orderNumber }))).toBeVisible();
  await page.getByRole("alert").getByRole("button", { name: words.of("common:undo") }).click();
  await expect(admin.shopper.toast(words.of("adminOrders:unship.done", { count: 1 }))).toBeVisible();

  await open("감귤 재고");
  await expect(group("admin:palette.act.stock")).toBeVisible();
  await expect(dialog).toContainText("감귤");
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog").filter({ hasText: "재고 조정:" })).toContainText("감귤");
  await keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await open(`refund ${order.orderNumber}`);
  await expect(group("admin:palette.act.refund")).toBeVisible();
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog").filter({ hasText: words.of("adminOrders:refund.title", { number: order.orderNumber }) })).toBeVisible();
  await keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await open(order.customer.name);
  await expect(dialog).toContainText("@");
  for (const noun of ["orders", "customers"]) await expect(group(`admin:palette.${noun}`)).toBeVisible();
  await keyboard.press("Enter");
  await expect(admin.heading).toHaveAttribute("data-address", /^\/admin\/(orders|customers|products|coupons)\//);
});
