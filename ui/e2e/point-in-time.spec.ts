// Stock and orders as of an instant: the slider is dragged and stepped by keys, and the page says the value and its cause. The
// four pages with a slider are whole at each width, in both languages.
import type { Locator } from "@playwright/test";
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { look } from "./support/look";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

const words = wordsOf("ko");
const POT = 13;
const REASON = "파손 폐기";

interface Orders {
  items: readonly { id: number; customer: { id: number } }[];
}

interface Stock {
  availableQuantity: number;
}

/** The slider of a page with its value and its causes. */
function panelOf(within: Locator) {
  return {
    slider: within.getByRole("slider", { name: words.of("adminAsOf:instant") }),
    value: within.getByRole("status", { name: words.of("adminAsOf:value") }),
    causes: within.getByRole("group", { name: words.of("adminAsOf:causes") }),
  };
}

test("a stock level is seen at each instant with what made it so, by keys and by dragging", async ({ openShop, arrive }) => {
  const shop = await openShop("stock-at");
  const caller = await Caller.demo(shop, "admin");
  const before = (await caller.call<Stock>("GET", `/v1/admin/products/${POT}/stock/at`)).availableQuantity;
  await caller.call("POST", `/v1/admin/products/${POT}/stock`, { type: "DECREASE", quantity: 2, reason: REASON });
  const admin = await Admin.enter(await arrive(shop));
  await admin.go(`/admin/products/${POT}/movements`);
  const { slider, value, causes } = panelOf(admin.main);
  await expect(value).toHaveText(`${before - 2}개`);
  await expect(causes.getByRole("listitem").first()).toContainText(REASON);
  await slider.focus();
  await admin.page.keyboard.press("ArrowLeft");
  await admin.page.keyboard.press("ArrowLeft");
  await expect(value, "before the two were taken away").toHaveText(`${before}개`);
  await expect(causes.getByRole("listitem").first()).not.toContainText(REASON);
  await admin.page.keyboard.press("ArrowRight");
  await expect(value).toHaveText(`${before - 2}개`);
  await expect(causes.getByRole("listitem").first()).toContainText(REASON);

  const box = await slider.boundingBox();
  if (box === null) throw new Error("the slider is shown");
  const middle = box.y + box.height / 2;
  await admin.page.mouse.move(box.x + box.width - 8, middle);
  await admin.page.mouse.down();
  await admin.page.mouse.move(box.x + box.width / 2, middle, { steps: 5 });
  await admin.page.mouse.move(box.x - 20, middle, { steps: 5 });
  await admin.page.mouse.up();
  await expect(causes.getByRole("listitem"), "at the beginning nothing but the first units").toHaveCount(1);
  await expect(causes).toContainText(words.of("adminAsOf:created.stock"));
  await expect(admin.button("adminAsOf:previous")).toBeDisabled();
  await admin.button("adminAsOf:toNow").click();
  await expect(value).toHaveText(`${before - 2}개`);
});

test("an order is seen in each of its states with what led to it", async ({ openShop, arrive }) => {
  const shop = await openShop("order-at");
  const caller = await Caller.demo(shop, "admin");
  const { items } = await caller.call<Orders>("GET", "/v1/admin/orders?state=CONFIRMED&deliveryState=PREPARING&limit=1");
  const [order] = items;
  if (order === undefined) throw new Error("the demo shop has orders to ship");
  await caller.call("POST", `/v1/admin/orders/${order.id}/ship`);
  const admin = await Admin.enter(await arrive(shop));
  await admin.go(`/admin/orders/${order.id}`);
  const { slider, value, causes } = panelOf(admin.main);
  await expect(value).toHaveText("배송 중");
  await expect(causes.getByRole("listitem").first()).toContainText(words.of("adminAsOf:kind.SHIPPED"));
  await slider.focus();
  await admin.page.keyboard.press("ArrowLeft");
  await admin.page.keyboard.press("ArrowLeft");
  await expect(value).toHaveText("배송 준비 중");
  await expect(causes.getByRole("listitem").first()).toContainText(words.of("adminAsOf:kind.PAID"));
  await admin.page.keyboard.press("Home");
  await expect(value).toHaveText("결제 대기");
  await expect(causes).toContainText(words.of("adminAsOf:created.order"));
  await admin.page.keyboard.press("End");
  await expect(value).toHaveText("배송 중");
});

for (const lang of ["ko", "en"] as const) {
  test(`the pages with a slider are whole at each width, ${lang}`, async ({ openShop, arrive }) => {
    const shop = await openShop(`point-in-time-${lang}`);
    const caller = await Caller.demo(shop, "admin");
    const { items } = await caller.call<Orders>("GET", "/v1/admin/orders?state=CONFIRMED&deliveryState=DELIVERED&limit=1");
    const [order] = items;
    if (order === undefined) throw new Error("the demo shop has delivered orders");
    const pages: readonly (readonly [string, string])[] = [
      ["stock", `/admin/products/${POT}/movements`],
      ["order", `/admin/orders/${order.id}`],
      ["points", `/admin/customers/${order.customer.id}`],
      ["coupon", "/admin/coupons?open=1"],
    ];
    for (const quantity of [3, 4]) await caller.call("POST", `/v1/admin/products/${POT}/stock`, { type: "DECREASE", quantity, reason: REASON });
    const admin = await Admin.enter(await arrive(shop), lang);
    const { of } = admin.words;
    const faults: string[] = [];
    for (const width of [360, 1280, 1920]) {
      await admin.page.setViewportSize({ width, height: width === 360 ? 740 : 1000 });
      for (const [name, route] of pages) {
        await admin.go(route);
        if (name === "coupon") await admin.dialog.getByRole("tab", { name: of("adminAsOf:title") }).click();
        await admin.page.getByRole("slider", { name: of("adminAsOf:instant") }).focus();
        await admin.page.keyboard.press("ArrowLeft");
        await admin.page.getByRole("group", { name: of("adminAsOf:causes") }).scrollIntoViewIfNeeded();
        faults.push(...(await look(admin.page, `point-in-time-${name}-${lang}-${width}`)));
        await admin.page.reload();
      }
    }
    expect(faults, "axe finds nothing").toEqual([]);
  });
}
