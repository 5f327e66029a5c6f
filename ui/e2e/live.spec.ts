// Changes from elsewhere are shown without a reload: from another tab, from another customer's browser, and after the
// server was stopped.
import { Caller } from "./support/caller";
import { expect, test } from "./support/test";

/** Without options, without a limit. */
const RICE = 133;

test("another customer buys the last ones, and an open page says so", async ({ shop, arrive }) => {
  const rival = await Caller.newcomer(shop, "맞수", "live-rival@example.com");
  const product = (await rival.freeProducts()).find(({ availableQuantity }) => availableQuantity > 1);
  if (product === undefined) throw new Error("nothing is left to buy");
  const shopper = await arrive();
  await shopper.register("보는이", "watcher@example.com");
  await shopper.go(`/products/${product.id}`);
  await expect(shopper.button("바로 구매")).toBeEnabled();
  await shopper.mark();

  await rival.order(product.id, product.availableQuantity - 1);
  await expect(shopper.main).toContainText("1개 남았어요");
  await rival.order(product.id, 1);
  await expect(shopper.main).toContainText("품절된 상품이에요");
  await shopper.isUnloaded();
});

test("two tabs of one customer show one cart and one balance", async ({ arrive }) => {
  const shopper = await arrive();
  await shopper.register("두 창", "two-windows@example.com");
  const other = await shopper.anotherTab();
  await other.go("/points");
  await expect(other.main).toContainText("0P");
  await other.mark();

  await shopper.go(`/products/${RICE}`);
  await shopper.button("장바구니 담기").click();
  await expect(other.page.getByRole("link", { name: "장바구니, 상품 1개" })).toBeVisible();
  await shopper.charge("50,000원");
  await expect(other.main).toContainText("50,000P");
  await other.isUnloaded();
});

test("a page outlives a restart of the server", async ({ openShop, arrive }) => {
  const shop = await openShop("restart");
  const shopper = await arrive(shop);
  await shopper.register("기다림", "patient@example.com");
  await shopper.go(`/products/${RICE}`);
  await shopper.button("장바구니 담기").click();
  await expect(shopper.page.getByRole("link", { name: "장바구니, 상품 1개" })).toBeVisible();
  await shopper.mark();

  await shop.close();
  await expect(shopper.page.getByText("서버에 연결할 수 없어요").first()).toBeVisible();
  await expect(shopper.heading, "what was seen stays").toHaveText("현미 4kg");
  await shopper.page.getByRole("link", { name: "장바구니, 상품 1개" }).click();
  await expect(shopper.heading, "a page that was loaded before opens with what is known").toHaveText("장바구니");
  await expect(shopper.main).toContainText("현미 4kg");
  await shop.reopen();
  await expect(shopper.page.getByText("서버에 연결할 수 없어요")).toHaveCount(0);
  await shopper.arrives("/cart");
  await expect(shopper.main.locator("aside"), "it comes by itself, with its styles").toHaveCSS("position", "sticky");
  await shopper.go(`/products/${RICE}`);

  const rival = await Caller.newcomer(shop, "맞수", "restart-rival@example.com");
  const { availableQuantity } = await rival.call<{ availableQuantity: number }>("GET", `/v1/products/${RICE}`);
  await rival.order(RICE, availableQuantity);
  await expect(shopper.main, "events come again").toContainText("품절된 상품이에요");
  await shopper.go("/cart");
  await expect(shopper.main, "and so do answers").toContainText("품절됐어요");
  await shopper.isSignedIn("기다림");
  await shopper.isUnloaded();
});
