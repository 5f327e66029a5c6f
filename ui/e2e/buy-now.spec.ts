// Buying at once: a checkout of its own, which leaves the cart alone; and the same checkout in two tabs.
import { expect, test } from "./support/test";
import { DEMO_PASSWORD, type Shopper } from "./support/shopper";

/** A product without options and without a limit, for 49,000 won. */
const POT = 13;
/** A product with options. */
const PASTE = "시골 된장 1kg";

test("buying now, going back and buying again orders one each and leaves the cart alone", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("buy-now"));
  await shopper.register("바로", "now@example.com");
  await shopper.charge("100,000원");
  await shopper.go("/products/133");
  await shopper.button("장바구니 담기").click();
  await cartHolds(shopper, 1);
  await shopper.buyNow(POT);
  await shopper.page.goBack();
  await expect(shopper.heading).toContainText("양수 냄비");
  await shopper.follow(() => shopper.button("바로 구매").click());
  await shopper.giveAddress();
  await expect(shopper.main).toContainText("49,000원 · 1개");
  await shopper.follow(() => shopper.button("49,000원 결제하기").click());
  await expect(shopper.heading).toHaveText("주문이 완료됐어요");
  await cartHolds(shopper, 1);
});

test("a visitor buys now through sign-in, at the price of the chosen option", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("buy-now-visitor"));
  await shopper.go("/products?q=" + encodeURIComponent(PASTE));
  await expect(shopper.main.getByRole("article").filter({ hasText: PASTE }).first()).toContainText("원부터");
  await shopper.follow(() => shopper.main.getByRole("link", { name: PASTE }).first().click());
  await shopper.main.getByRole("radio", { name: /1kg/ }).click();
  await shopper.follow(() => shopper.button("바로 구매").click());
  await shopper.arrives("/sign-in");
  await shopper.main.locator("input[name=email]").fill("customer1@demo.jangteo");
  await shopper.main.locator("input[name=password]").fill(DEMO_PASSWORD);
  await shopper.main.locator("button[type=submit]").click();
  await shopper.arrives("/checkout");
  await expect(shopper.main).toContainText("16,800원 · 1개");
});

test("what one tab has ordered, the other does not order again", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("buy-now-tabs"));
  await shopper.register("두창", "tabs@example.com");
  await shopper.charge("100,000원");
  await shopper.go(`/products/${POT}`);
  await shopper.button("장바구니 담기").click();
  await cartHolds(shopper, 1);
  await shopper.go("/checkout");
  await shopper.giveAddress();
  const other = await shopper.anotherTab();
  await other.go("/checkout");
  await expect(other.button("49,000원 결제하기")).toBeEnabled();
  await shopper.follow(() => shopper.button("49,000원 결제하기").click());
  await expect(shopper.heading).toHaveText("주문이 완료됐어요");
  await expect(other.main).toContainText("이미 주문된 상품이에요");
  await expect(other.button("49,000원 결제하기")).toBeDisabled();
  await other.follow(() => other.main.getByRole("link", { name: "주문 내역 보기" }).click());
  await other.arrives("/orders");
});

async function cartHolds(shopper: Shopper, count: number): Promise<void> {
  await expect(shopper.page.getByRole("link", { name: `장바구니, 상품 ${count}개` })).toBeVisible();
}
