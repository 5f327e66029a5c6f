// Shipping: the fee and what is missing until there is none, a tracking number that the customer sees, and an order that is handed
// over by its code.
import type { Page } from "@playwright/test";
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import type { Shop } from "./support/shop";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

const words = wordsOf("ko");
/** Without options and without a limit, for 18,500 won. */
const RICE = 133;
const SHIPPING = { base: 3_000, freeOver: 30_000, pickup: true, pickupAddress: "서울시 중구 세종대로 110", pickupHours: "평일 10:00-18:00" };

async function openWithFee(shop: Shop): Promise<Caller> {
  const owner = await Caller.demo(shop, "admin");
  const { updatedAt } = await owner.call<{ updatedAt?: string }>("GET", "/v1/admin/settings");
  await owner.call("PUT", "/v1/admin/settings", { shopName: "장터", lowStockThreshold: 10, orderExpiryMinutes: 30, shipping: SHIPPING, updatedAt });
  return owner;
}

test("a parcel is paid with its fee, shipped with a number, and followed", async ({ openShop, arrive }) => {
  const shop = await openShop("parcels");
  await openWithFee(shop);
  const shopper = await arrive(shop);
  await shopper.register("김배송", "parcel@example.com");
  await shopper.charge("100,000원");
  await shopper.go(`/products/${RICE}`);
  await shopper.button("장바구니 담기").click();
  await shopper.go("/cart");
  await expect(shopper.main).toContainText("11,500원 더 담으면 배송비가 무료예요.");
  await shopper.button("수량 늘리기").first().click();
  await expect(shopper.main).toContainText(words.of("cart:summary.free"));
  await shopper.button("수량 줄이기").first().click();
  await expect(shopper.main).toContainText("11,500원 더 담으면");
  await shopper.go("/checkout");
  await shopper.giveAddress();
  await expect(shopper.main).toContainText("11,500원 더 담으면 배송비가 무료예요.");
  await shopper.button("21,500원 결제하기").first().click();
  await expect(shopper.page).toHaveURL(/\/done$/);

  const admin = await Admin.enter(await arrive(shop));
  await admin.go("/admin/orders?tab=preparing");
  await admin.row("김배송").getByRole("link").first().click();
  await admin.button("adminOrders:action.ship").click();
  await admin.fill("adminOrders:tracking.carrier", "한진택배", admin.dialog);
  await admin.fill("adminOrders:tracking.number", "1234-5678", admin.dialog);
  await admin.answer("adminOrders:action.ship");
  await expect(admin.main).toContainText("1234-5678");
  await admin.button("adminOrders:tracking.correct").click();
  await admin.fill("adminOrders:tracking.number", "8765-4321");
  await admin.button("adminOrders:tracking.save").click();
  await expect(admin.main).toContainText("8765-4321");

  await shopper.go("/orders");
  await shopper.follow(() => shopper.orders().getByRole("link").first().click());
  await expect(shopper.main).toContainText("8765-4321");
  const link = shopper.main.getByRole("link", { name: words.of("orders:parcel.follow") });
  await expect(link).toHaveAttribute("href", /^https:\/\/www\.hanjin\.com\/.*87654321$/);
});

test("an order is handed over to the customer that tells its code", async ({ openShop, arrive }) => {
  const shop = await openShop("pickup");
  await openWithFee(shop);
  const shopper = await arrive(shop);
  await shopper.register("김수령", "pickup@example.com");
  await shopper.charge("50,000원");
  await shopper.go(`/products/${RICE}`);
  await shopper.button("장바구니 담기").click();
  await shopper.go("/checkout");
  await shopper.main.getByText(words.of("checkout:delivery.PICKUP"), { exact: true }).click();
  await shopper.main.getByLabel(words.of("checkout:delivery.phone")).fill("010-1234-5678");
  await shopper.button("18,500원 결제하기").first().click();
  await expect(shopper.page).toHaveURL(/\/done$/);
  await shopper.go("/orders");
  await shopper.follow(() => shopper.orders().getByRole("link").first().click());
  await expect(shopper.main).toContainText(SHIPPING.pickupAddress);
  const code = /\b\d{6}\b/.exec(await shopper.main.getByText(/^\d{6}$/).innerText())?.[0] ?? "";

  const admin = await Admin.enter(await arrive(shop));
  await admin.go("/admin/orders?tab=preparing");
  await admin.row("김수령").getByRole("link").first().click();
  await admin.button("adminOrders:action.ready").click();
  await admin.answer("adminOrders:action.ready");
  await admin.button("adminOrders:action.handOver").click();
  await admin.fill("adminOrders:handOver.code", code === "000000" ? "000001" : "000000", admin.dialog);
  await admin.dialog.getByRole("button", { name: words.of("adminOrders:action.handOver"), exact: true }).click();
  await expect(admin.dialog).toContainText(words.of("adminOrders:handOver.wrong"));
  await admin.fill("adminOrders:handOver.code", code, admin.dialog);
  await admin.answer("adminOrders:action.handOver");
  await expect(shopper.main, "without a reload").toContainText(words.of("orders:pickupStep.delivered"));
});

test("what is to be packed today is listed by product and by order, and labels fit their paper", async ({ openShop, arrive }) => {
  const shop = await openShop("packing");
  const shopper = await arrive(shop);
  await shopper.register("김포장", "packing@example.com");
  await shopper.charge("100,000원");
  await shopper.buyNow(RICE);
  await shopper.giveAddress();
  await shopper.follow(() => shopper.button("18,500원 결제하기").click());

  const admin = await Admin.enter(await arrive(shop));
  await expect(admin.main.getByRole("region", { name: words.of("adminDashboard:packing.title") })).toBeVisible();
  await admin.follow("adminDashboard:packing.more");
  const orders = await admin.main.getByText(/^주문 \d+건/).textContent();
  const count = Number(/\d+/.exec(orders ?? "")?.[0]);
  const name = words.of("adminOrders:packing.view.orders");
  await admin.main.getByText(name, { exact: true }).first().click();
  await expect(admin.main.locator("ul > li").filter({ hasText: "ORD-" })).toHaveCount(count);
  await expect(admin.main).toContainText("김포장");
  await admin.follow("adminOrders:labels.print");
  await expect(admin.main.getByRole("article")).toHaveCount(count);
  await expect(admin.main.getByRole("article").filter({ hasText: "김포장" })).toContainText("서울시 중구 세종대로 110");
  expect(await sheetsOf(admin.page), "eight on a sheet").toBe(Math.ceil(count / 8));
  await admin.main.getByText(words.of("adminOrders:labels.roll"), { exact: true }).click();
  await expect(admin.main.locator("[data-paper=roll]")).toBeVisible();
  expect(await sheetsOf(admin.page), "one on each label").toBe(count);
});

/** How many sheets of paper the page takes. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
