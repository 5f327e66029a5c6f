// A phone of 360 × 780: from the first page to a paid order, and from the order to its parcel, without anything that covers
// something else and without a target that a finger misses.
import { Admin } from "./support/admin";
import { beyondWindow } from "./support/layout";
import type { Shopper } from "./support/shopper";
import { smallTargets } from "./support/targets";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

const PHONE = { width: 360, height: 780 };
/** Without options, without a limit. */
const RICE = 133;
const POT = 13;
const words = wordsOf("ko");

test("a phone goes from the first page to a paid order", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("phone-shopper"));
  const { page, main } = shopper;
  await page.setViewportSize(PHONE);
  await shopper.becomeFirstCustomer();
  await fits(shopper);
  for (const product of [RICE, POT]) {
    await shopper.go(`/products/${product}`);
    await fits(shopper);
    await isAtLowerEdge(shopper, words.of("product:buyNow"));
    await main.getByRole("button", { name: words.of("product:addToCart") }).click();
  }
  await shopper.go("/cart");
  await fits(shopper);
  await nothingCoversThePrices(shopper);
  await shopper.follow(() => main.locator("[data-sticky-bar] a").click());
  await expect(shopper.heading).toHaveText(words.of("checkout:title"));
  await fits(shopper);
  await main.locator("[data-sticky-bar] button").click();
  await shopper.page.waitForURL("**/done");
  await fits(shopper);
  await shopper.go("/orders");
  await fits(shopper);
});

test("a phone sends the parcel of an order", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("phone-admin"));
  await shopper.page.setViewportSize(PHONE);
  const admin = await Admin.enter(shopper);
  await fits(shopper);
  await openFromMenu(admin, "admin:nav.orders");
  await fits(shopper);
  await admin.go("/admin/orders?tab=preparing");
  await shopper.follow(() => admin.main.locator("a[data-list-row]").first().click());
  await fits(shopper);
  await admin.button("adminOrders:action.ship").click();
  await expect(admin.dialog).toBeVisible();
  await fits(shopper);
  await admin.dialog.getByRole("button", { name: words.of("adminOrders:action.ship") }).last().click();
  await expect(admin.dialog).toHaveCount(0);
  await expect(admin.main).toContainText(words.of("adminOrders:tab.shipped"));

  await openFromMenu(admin, "admin:nav.products");
  await fits(shopper);
  await admin.go("/admin/products/56");
  await fits(shopper);
  await admin.button("adminProducts:detail.adjust").click();
  await expect(admin.dialog).toBeVisible();
  await fits(shopper);
});

/** No part reaches beyond the window, and every target can be hit. The story goes on, so that all pages are judged. */
async function fits({ page }: Shopper): Promise<void> {
  expect.soft(await beyondWindow(page), page.url()).toEqual([]);
  expect.soft(await smallTargets(page), page.url()).toEqual([]);
}

async function openFromMenu(admin: Admin, page: string): Promise<void> {
  await admin.page.getByRole("button", { name: words.of("admin:nav.label") }).click();
  await admin.shopper.follow(() => admin.dialog.getByRole("link", { name: words.of(page), exact: true }).click());
  await expect(admin.dialog).toHaveCount(0);
}

/** The button can be pressed without scrolling, wherever the page stands. */
async function isAtLowerEdge({ page, main }: Shopper, name: string): Promise<void> {
  for (const top of [0, 300]) {
    await page.evaluate((to) => scrollTo(0, to), top);
    await expect(main.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
  }
}

async function nothingCoversThePrices({ main }: Shopper): Promise<void> {
  for (const row of await main.getByRole("listitem").all()) {
    const stepper = await row.getByRole("group").boundingBox();
    const sum = await row.locator("[class*=_sum]").boundingBox();
    if (stepper === null || sum === null) throw new Error("a row of the cart has a stepper and a sum");
    const isApart = stepper.x + stepper.width <= sum.x || stepper.y + stepper.height <= sum.y;
    expect(isApart, "the stepper stands beside the sum").toBe(true);
  }
}
