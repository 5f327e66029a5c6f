// Temporary: screenshots.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { test } from "./support/test";
const OUT = "/tmp/scratch/orders/shots/";
test("look", async ({ openShop, arrive }) => {
  const shop = await openShop("look");
  const caller = await Caller.demo(shop, "admin");
  const [order] = (await caller.call<any>("GET", "/v1/admin/orders?state=CONFIRMED&deliveryState=PREPARING&limit=1")).items;
  await caller.call("POST", `/v1/admin/orders/${order.id}/notes`, { body: "부재 시 경비실에 맡겨 달라고 전화로 요청\n리본 포장" });
  await caller.call("POST", `/v1/admin/users/${order.customer.id}/notes`, { body: "전화는 저녁에만" });
  const shopper = await arrive(shop);
  const { page } = shopper;
  await shopper.signIn("customer1@demo.jangteo", "jangteo-demo-1");
  await shopper.isSignedIn();
  for (const [name, width] of [["360", 360], ["1280", 1280]] as const) {
    await page.setViewportSize({ width, height: 780 });
    await shopper.go("/products/13");
    await shopper.follow(() => shopper.button("바로 구매").click());
    await shopper.main.getByLabel("배송 요청사항", { exact: true }).click();
    await page.getByRole("option", { name: "직접 입력" }).waitFor();
    await page.screenshot({ path: `${OUT}checkout-open-${name}.png` });
    await page.getByRole("option", { name: "직접 입력" }).click();
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${OUT}checkout-own-${name}.png` });
  }
  await shopper.go("/");
  await shopper.signOut();
  const admin = await Admin.enter(shopper);
  for (const [lang, label] of [["ko", "한국어"], ["en", "English"]] as const) {
    for (const [name, width] of [["360", 360], ["1280", 1280]] as const) {
      await page.setViewportSize({ width, height: 780 });
      await admin.go(`/admin/orders/${order.id}`);
      await page.waitForTimeout(500);
      await page.screenshot({ path: `${OUT}order-${lang}-${name}.png`, fullPage: true });
      await admin.go("/admin/orders");
      await page.waitForTimeout(500);
      await page.screenshot({ path: `${OUT}orders-${lang}-${name}.png` });
      await admin.go(`/admin/customers/${order.customer.id}`);
      await page.waitForTimeout(500);
      await page.screenshot({ path: `${OUT}customer-${lang}-${name}.png`, fullPage: true });
      await page.keyboard.press("Control+k");
      await page.waitForTimeout(300);
      await page.keyboard.type("김");
      await page.waitForTimeout(900);
      await page.screenshot({ path: `${OUT}palette-${lang}-${name}.png` });
      await page.keyboard.press("Escape");
      await page.waitForTimeout(400);
    }
    await page.setViewportSize({ width: 1280, height: 780 });
    if (lang === "ko") await shopper.choose("English");
    void label;
  }
  await shopper.choose("Dark");
  await page.keyboard.press("Control+k");
  await page.waitForTimeout(300);
  await page.keyboard.type("ship ");
  await page.waitForTimeout(900);
  await page.screenshot({ path: `${OUT}palette-dark.png` });
  await page.keyboard.press("Enter");
  await page.waitForTimeout(900);
  await page.screenshot({ path: `${OUT}undo-dark.png` });
});
