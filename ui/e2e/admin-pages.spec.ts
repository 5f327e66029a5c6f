// Every page of the admin panel in Chromium, in both languages, light and dark, with its dialogs: it has its heading, its
// pictures load, it never scrolls sideways, and axe finds nothing. Its screenshot is written to `target/e2e-browser`.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import type { Size } from "./support/jangteo";
import { look } from "./support/look";
import type { Shop } from "./support/shop";
import { expect, test } from "./support/test";

/** How its picture is called, its route, the key of its heading; `{order}` and `{customer}` are filled in. */
type View = readonly [name: string, route: string, heading?: string];

const VIEWS: readonly View[] = [
  ["dashboard", "/admin/dashboard", "adminDashboard:title"],
  ["orders", "/admin/orders", "adminOrders:title"],
  ["orders-nothing", "/admin/orders?q=우주선", "adminOrders:title"],
  ["order", "/admin/orders/{order}"],
  ["packing-slips", "/admin/orders/slips?ids={order}", "adminOrders:slips.title"],
  ["labels", "/admin/orders/labels?ids={order}", "adminOrders:labels.title"],
  ["packing", "/admin/orders/packing", "adminOrders:packing.title"],
  ["packing-orders", "/admin/orders/packing?view=orders", "adminOrders:packing.title"],
  ["returns", "/admin/returns", "adminReturns:title"],
  ["deposits", "/admin/deposits", "adminDeposits:title"],
  ["deposits-orders", "/admin/deposits?kind=orders", "adminDeposits:title"],
  ["products", "/admin/products", "adminProducts:title"],
  ["product", "/admin/products/56"],
  ["product-movements", "/admin/products/56/movements"],
  ["product-new", "/admin/products/new", "adminProducts:new"],
  ["product-import", "/admin/products/import", "adminProducts:import"],
  ["coupons", "/admin/coupons", "adminCoupons:title"],
  ["customers", "/admin/customers", "adminCustomers:title"],
  ["customer", "/admin/customers/{customer}"],
  ["sale-room", "/admin/sale-room", "adminSale:title"],
  ["statistics", "/admin/statistics", "adminStatistics:title"],
  ["statistics-popular", "/admin/statistics?view=popular", "adminStatistics:title"],
  ["statistics-coupons", "/admin/statistics?view=coupons", "adminStatistics:title"],
  ["proof", "/admin/proof", "adminProof:title"],
  ["how-we-know", "/admin/proof/how", "adminProof:how.title"],
  ["lab", "/admin/lab", "adminLab:title"],
  ["audit-log", "/admin/audit-log", "adminAudit:title"],
  ["system", "/admin/system", "adminSystem:title"],
  ["system-backups", "/admin/system?part=backups", "adminSystem:title"],
  ["system-outbox", "/admin/system?part=outbox", "adminSystem:title"],
  ["staff", "/admin/staff", "adminStaff:title"],
  ["settings", "/admin/settings", "adminSettings:title"],
  ["nowhere", "/admin/nowhere", "shell:notFound.title_admin"],
];

/** What opens over a page: how its picture is called, the page, and what opens it. */
type Layer = readonly [name: string, route: string, open: (admin: Admin) => Promise<void>];

const LAYERS: readonly Layer[] = [
  ["coupon-new", "/admin/coupons?open=new", async () => {}],
  ["coupon-moment", "/admin/coupons?open=new", (admin) => admin.dialog.getByLabel(admin.words.of("adminCoupons:form.beginDate"), { exact: true }).click()],
  ["coupon-leave", "/admin/coupons?open=new", leaveTheCoupon],
  ["coupon-past", "/admin/coupons?open=1", (admin) => admin.dialog.getByRole("tab", { name: admin.words.of("adminAsOf:title") }).click()],
  ["statement", "/admin/deposits", (admin) => admin.button("adminDeposits:statement.action").click()],
  ["stock", "/admin/products/56", (admin) => admin.button("adminProducts:detail.adjust").click()],
  ["ship", "/admin/orders/{order}", (admin) => admin.button("adminOrders:action.ship").click()],
  ["refund", "/admin/orders/{order}", (admin) => admin.button("adminOrders:action.refund").click()],
  ["points", "/admin/customers/{customer}", (admin) => admin.button("adminCustomers:adjust.action").click()],
  ["block", "/admin/customers/{customer}", (admin) => admin.button("adminCustomers:block.action").click()],
  ["columns", "/admin/products", (admin) => admin.button("admin:table.columns").click()],
  ["saved-filters", "/admin/orders", (admin) => admin.button("adminOrders:saved.menu").click()],
  ["alerts", "/admin/dashboard", (admin) => admin.page.locator("header").getByRole("button", { name: admin.words.of("adminAlerts:bell") }).click()],
  ["palette", "/admin/dashboard", (admin) => admin.page.keyboard.press("Control+k")],
  ["shortcuts", "/admin/dashboard", (admin) => admin.page.keyboard.press("Shift+Slash")],
];

const ONE_CUSTOMER: Size = { products: 225, users: 1, orders: 200 };

for (const lang of ["ko", "en"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test(`every page of the panel is whole and for everyone, ${lang}, ${theme}`, async ({ openShop, arrive }) => {
      const shop = await openShop(`admin-pages-${lang}-${theme}`, ONE_CUSTOMER);
      const admin = await Admin.enter(await arrive(shop), lang);
      await admin.shopper.choose(admin.words.of(`shell:appearance.${theme}`));
      const places = await placesOf(shop);
      const faults: string[] = [];
      for (const [name, route, heading] of VIEWS) {
        await admin.go(places(route));
        if (heading !== undefined) await expect(admin.heading, name).toHaveText(admin.words.of(heading));
        faults.push(...(await look(admin.page, `admin-${name}-${lang}-${theme}`)));
      }
      for (const [name, route, open] of LAYERS) {
        await admin.go(places(route));
        await open(admin);
        await expect(admin.dialog.first(), name).toBeVisible();
        faults.push(...(await look(admin.page, `admin-${name}-${lang}-${theme}`)));
        await admin.page.reload();
      }
      expect(faults, "axe finds nothing").toEqual([]);
    });
  }
}

test("pages of the panel fill a large screen and never scroll sideways", async ({ openShop, arrive }) => {
  const shop = await openShop("admin-wide", ONE_CUSTOMER);
  const admin = await Admin.enter(await arrive(shop));
  await admin.page.setViewportSize({ width: 1920, height: 1080 });
  const places = await placesOf(shop);
  const faults: string[] = [];
  for (const [name, route] of VIEWS) {
    await admin.go(places(route));
    faults.push(...(await look(admin.page, `admin-${name}-ko-wide`)));
  }
  expect(faults, "axe finds nothing where there is more room either").toEqual([]);
});

/** Fills in an order that waits to be sent, and its customer. */
async function placesOf(shop: Shop): Promise<(route: string) => string> {
  const owner = await Caller.demo(shop, "admin");
  const { items } = await owner.call<{ items: { id: number; userId: number; deliveryState?: string | null; customer: { id: number } }[] }>(
    "GET",
    "/v1/admin/orders?state=CONFIRMED&limit=100",
  );
  const order = items.find(({ deliveryState }) => deliveryState === "PREPARING");
  if (order === undefined) throw new Error("no order waits to be sent");
  return (route) => route.replace("{order}", String(order.id)).replace("{customer}", String(order.customer.id));
}

async function leaveTheCoupon(admin: Admin): Promise<void> {
  await admin.fill("adminCoupons:form.name", "가을 할인", admin.dialog);
  await admin.page.keyboard.press("Escape");
  await expect(admin.page.getByRole("dialog").filter({ hasText: admin.words.of("adminCoupons:form.leaveText") })).toBeVisible();
}
