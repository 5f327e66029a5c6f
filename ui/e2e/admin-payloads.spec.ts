// Scripts, markup, SQL and formulas in every free text that an admin reads or writes are shown as text on every page of the panel,
// and nothing of them is executed: no dialog, no error, nothing refused by the content security policy.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { rest } from "./support/look";
import { PAYLOADS } from "./support/payloads";
import type { Shop } from "./support/shop";
import { expect, test } from "./support/test";

const ROUTES = [
  "/admin/dashboard",
  "/admin/orders",
  "/admin/orders?tab=preparing",
  "/admin/products",
  "/admin/products/import",
  "/admin/coupons",
  "/admin/customers",
  "/admin/statistics",
  "/admin/statistics?view=popular",
  "/admin/statistics?view=coupons",
  "/admin/audit-log",
  "/admin/system",
  "/admin/system?part=outbox",
  "/admin/settings",
  "/admin/sale-room",
] as const;

/** What carries a payload, by its id. */
interface Planted {
  product: number;
  coupon: number;
  order: number;
  customer: number;
}

for (const [place, payload] of PAYLOADS.entries()) {
  test(`shown to admins and not executed: ${payload}`, async ({ openShop, arrive }) => {
    const shop = await openShop(`admin-payloads-${place}`, { products: 225, users: 1, orders: 20 });
    const { product, coupon, order, customer } = await plant(shop, payload);
    const admin = await Admin.enter(await arrive(shop));
    const asked = encodeURIComponent(payload);
    const found = ["orders", "products", "customers", "coupons", "audit-log"].map((list) => `/admin/${list}?q=${asked}`);
    const details = [
      `/admin/orders/${order}`,
      `/admin/products/${product}`,
      `/admin/products/${product}/movements`,
      `/admin/customers/${customer}`,
      `/admin/coupons?open=${coupon}`,
    ];
    for (const route of [...ROUTES, ...found, ...details, `/admin/${asked}`]) {
      await admin.go(route);
      await rest(admin.page);
      expect(await admin.page.evaluate(() => "executed" in window), `nothing was executed on ${route}`).toBe(false);
    }
    for (const route of [`/admin/orders/${order}`, `/admin/products/${product}`, `/admin/customers/${customer}`]) {
      await admin.go(route);
      await expect(admin.main, `${route} shows it as it was written`).toContainText(payload);
    }
    await admin.page.keyboard.press("Control+k");
    await admin.page.getByRole("textbox", { name: admin.words.of("shell:palette.label") }).fill(payload.slice(0, 40));
    await rest(admin.page);
    expect(await admin.page.evaluate(() => "executed" in window), "nothing was executed in the palette").toBe(false);
  });
}

/** Writes the payload wherever a customer or an admin can write. */
async function plant(shop: Shop, payload: string): Promise<Planted> {
  const [admin, email] = [await Caller.demo(shop, "admin"), "enemy@example.com"];
  const enemy = await Caller.newcomer(shop, payload, email);
  const me = await enemy.call<{ id: number }>("GET", "/v1/me");
  const product = await admin.call<{ id: number }>("POST", "/v1/admin/products", {
    name: payload,
    nameEn: payload,
    description: payload,
    category: payload,
    price: 1_000,
    stock: 50,
  });
  await admin.call("POST", `/v1/admin/products/${product.id}/stock`, { type: "INCREASE", quantity: 1, reason: payload });
  const coupon = await admin.call<{ id: number }>("POST", "/v1/admin/coupons", {
    name: payload,
    nameEn: payload,
    type: "CART",
    discountRate: 10,
    totalQuantity: 9,
    beginDate: "2020-01-01T00:00:00Z",
    endDate: "2999-01-01T00:00:00Z",
  });
  const shippingAddress = { recipientName: payload, phone: "010-1234-5678", zipCode: "04524", address: payload, detailAddress: payload };
  await enemy.call("POST", "/v1/points/charge", { amount: 100_000 });
  const order = await enemy.order(product.id, 1, shippingAddress);
  await enemy.call("POST", "/v1/payments", { orderId: order.id, paymentMethod: "POINT", amount: order.totalAmount });
  await admin.call("POST", `/v1/admin/orders/${order.id}/notes`, { body: payload });
  await admin.call("POST", `/v1/admin/users/${me.id}/notes`, { body: payload });
  await admin.call("POST", `/v1/admin/users/${me.id}/points`, { amount: 10, reason: payload });
  const { updatedAt } = await admin.call<{ updatedAt?: string }>("GET", "/v1/admin/settings");
  await admin.call("PUT", "/v1/admin/settings", { updatedAt, shopName: payload.slice(0, 50), lowStockThreshold: 100, orderExpiryMinutes: 30 });
  return { product: product.id, coupon: coupon.id, order: order.id, customer: me.id };
}
