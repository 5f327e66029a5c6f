// A return from the request to the refund: both sides see each step, and the books hold what was sent back.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { PICTURES } from "./support/places";
import { rest } from "./support/look";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

const words = wordsOf("ko");
/** Without options and without a limit, for 18,500 won. */
const RICE = 133;

test("a customer returns a part of an order, a clerk receives it, and the owner refunds it", async ({ openShop, arrive }) => {
  const shop = await openShop("returns");
  const owner = await Caller.demo(shop, "admin");
  const shopper = await arrive(shop);
  const keep = async (name: string, of = shopper) => {
    for (const [width, height] of [[360, 780], [1280, 800]] as const) {
      await of.page.setViewportSize({ width, height });
      await rest(of.page);
      await of.page.screenshot({ path: `${PICTURES}/${name}-${width}.png` });
    }
  };
  await shopper.register("김반품", "return@example.com");
  await shopper.charge("100,000원");
  await shopper.go(`/products/${RICE}`);
  await shopper.button("수량 늘리기").first().click();
  await shopper.button("수량 늘리기").first().click();
  await shopper.follow(() => shopper.button("바로 구매").click());
  await shopper.giveAddress();
  await shopper.follow(() => shopper.button("55,500원 결제하기").click());
  const { items } = await owner.call<{ items: { id: number; orderNumber: string }[] }>("GET", "/v1/admin/orders?limit=1");
  const [order] = items;
  if (order === undefined) throw new Error("no order");
  await owner.call("POST", `/v1/admin/orders/${order.id}/ship`, {});
  await owner.call("POST", `/v1/admin/orders/${order.id}/deliver`, {});

  await test.step("the customer asks", async () => {
    await shopper.go(`/orders/${order.id}`);
    await shopper.button(words.of("returns:ask")).click();
    await shopper.dialog().getByRole("button", { name: /늘리기/ }).click();
    await shopper.dialog().getByLabel(words.of("returns:form.reason")).fill("포장이 찢어졌어요");
    await keep("returns-ask");
    await shopper.dialog().getByRole("button", { name: words.of("returns:form.submit") }).click();
    await expect(shopper.main).toContainText(words.of("returns:stateText.REQUESTED"));
    await keep("returns-asked");
  });

  const admin = await Admin.enter(await arrive(shop));
  await test.step("an admin approves and receives", async () => {
    await admin.go("/admin/returns");
    await keep("returns-list", admin.shopper);
    await admin.row(order.orderNumber).getByRole("button", { name: words.of("adminReturns:approve.action"), exact: true }).click();
    await admin.answer("adminReturns:approve.action");
    await expect(shopper.main, "without a reload").toContainText(words.of("returns:stateText.APPROVED"));
    await admin.go("/admin/returns?state=APPROVED");
    await admin.row(order.orderNumber).getByRole("button", { name: words.of("adminReturns:receive.action"), exact: true }).click();
    await admin.answer("adminReturns:receive.action");
    await expect(shopper.main).toContainText(words.of("returns:stateText.RECEIVED"));
  });

  await test.step("the owner refunds what came", async () => {
    await admin.go(`/admin/orders/${order.id}`);
    await keep("returns-admin-order", admin.shopper);
    await admin.button("adminReturns:refund.action").last().click();
    await keep("returns-refund", admin.shopper);
    await admin.answer("adminOrders:refund.confirm", { amount: "18,500원" });
    await expect(shopper.main).toContainText(words.of("returns:stateText.REFUNDED"));
    await expect(shopper.main).toContainText("18,500");
    await keep("returns-done");
    await keep("returns-admin-done", admin.shopper);
    await shopper.balanceIs("63,000P");
  });
});
