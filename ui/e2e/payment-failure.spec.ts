// A payment that fails between debit and commit, which the admin of a demo shop can provoke: what was taken is restored,
// the page says so, and the same items can be bought again.
import { Caller } from "./support/caller";
import { expect, test } from "./support/test";

/** Without options, without a limit, 18,500 won. */
const RICE = 133;
const COUPON = "첫 장보기 10% 할인";

test("a failed payment gives stock, coupon and points back, and the next one goes through", async ({ openShop, arrive }) => {
  const shop = await openShop("payment-failure");
  const visitor = Caller.visitor(shop);
  const stock = async () => (await visitor.call<{ availableQuantity: number }>("GET", `/v1/products/${RICE}`)).availableQuantity;
  const before = await stock();
  const shopper = await arrive(shop);
  await shopper.register("다시", "again@example.com");
  await shopper.charge("100,000원");
  await shopper.takeCoupon(COUPON);
  await shopper.buyNow(RICE);
  await shopper.giveAddress();
  await expect(shopper.main, "without a press").toContainText("최대 할인이 적용됐어요: 1,850원 할인");

  const admin = await Caller.demo(shop, "admin");
  await admin.call("POST", "/v1/admin/faults", { point: "payment", times: 1 });
  shopper.faults.expect(/^500 POST .*\/v1\/payments$/);
  await shopper.pay("16,650원");
  await expect(shopper.heading).toHaveText("결제하지 못했어요");
  for (const returned of ["복원 내역", "현미 4kg", COUPON, "차감된 포인트가 없어요"]) await expect(shopper.main).toContainText(returned);
  expect(await stock(), "the stock is back").toBe(before);
  await shopper.balanceIs("100,000P");
  await shopper.go("/coupons?tab=usable");
  await expect(shopper.main.getByRole("article", { name: COUPON })).toBeVisible();

  for (let back = 0; back < 2; back += 1) await shopper.follow(() => shopper.page.goBack());
  await expect(shopper.heading).toHaveText("결제하지 못했어요");
  await shopper.button("장바구니에 다시 담기").click();
  await expect(shopper.page.getByRole("link", { name: "장바구니, 상품 1개" })).toBeVisible();
  await shopper.go("/checkout");
  await expect(shopper.button("16,650원 결제하기"), "the coupon is back, and applied again").toBeEnabled();
  await shopper.button("쿠폰 사용 안 함").click();
  await shopper.pay("18,500원");
  await expect(shopper.heading).toHaveText("주문이 완료됐어요");
  expect(await stock(), "one was sold in the end").toBe(before - 1);
  await shopper.balanceIs("81,500P");
});

test("points that are missing are charged on the way, and a hasty double click pays once", async ({ arrive }) => {
  const shopper = await arrive();
  await shopper.register("성급한", "hasty@example.com");
  await shopper.buyNow(RICE);
  await shopper.giveAddress();
  await expect(shopper.main).toContainText("18,500P가 부족해요");
  await expect(shopper.button("18,500원 결제하기")).toBeDisabled();

  await shopper.button("포인트 충전하기").click();
  await shopper.dialog().getByRole("button", { name: "19,000원 충전하기" }).click();
  await expect(shopper.dialog()).toHaveCount(0);
  await shopper.button("18,500원 결제하기").dblclick();
  await expect(shopper.heading).toHaveText("주문이 완료됐어요");
  await shopper.go("/orders");
  await expect(shopper.orders(), "two clicks in one instant are one order").toHaveCount(1);
  await shopper.balanceIs("500P");
});
