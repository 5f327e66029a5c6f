// The server is away for a while: whatever is pressed meanwhile is either done or said to be not done, and nothing that is said
// hides that the server is away.
import { DEMO_PASSWORD } from "./support/shopper";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

/** Without options, without a limit. */
const RICE = 133;
const words = wordsOf("ko");

test("what is pressed while the server is away is dropped in plain sight", async ({ openShop, arrive }) => {
  const shop = await openShop("away-pressed");
  const shopper = await arrive(shop);
  const { page } = shopper;
  await shopper.becomeFirstCustomer();
  await shopper.go(`/products/${RICE}`);
  await expect(shopper.button(words.of("product:addToCart"))).toBeEnabled();
  await shop.close();
  await shopper.button(words.of("product:addToCart")).click();
  const toast = shopper.toast(words.of("errors:OFFLINE_dropped"));
  await expect(toast).toBeVisible();
  const banner = page.locator("[role=status]", { hasText: words.of("shell:unreachable.title") }).locator("div").first();
  await expect(banner).toBeVisible();
  const boxes = [await toast.boundingBox(), await banner.boundingBox()];
  const [above, below] = boxes;
  if (above == null || below == null) throw new Error("both are in sight");
  expect(above.y + above.height, "the toast stands above the bar").toBeLessThanOrEqual(below.y);
  await shop.reopen();
  await expect(banner).toHaveCount(0);
  await shopper.go("/cart");
  await expect(shopper.main.getByRole("listitem").filter({ hasText: "현미" }), "nothing was sent later by itself").toHaveCount(0);
});

test("a page that was asked for is waited for in plain sight, or left", async ({ openShop, arrive }) => {
  const shop = await openShop("away-page");
  const owner = await arrive(shop);
  const { page } = owner;
  // Asked for before the sign-in, so that it does not lead to the panel.
  await page.goto(`${shop.url}/#/orders`);
  await owner.arrives("/sign-in");
  await owner.main.locator("input[name=email]").fill("admin@demo.jangteo");
  await owner.main.locator("input[name=password]").fill(DEMO_PASSWORD);
  await owner.main.locator("button[type=submit]").click();
  await owner.arrives("/orders");
  await shop.close();
  const waiting = page.getByText(words.of("shell:unreachable.page"));
  // Nothing of the panel has been loaded yet.
  const openPanel = async () => {
    await page.locator("header button[aria-haspopup=menu]").click();
    await page.getByRole("menuitem", { name: words.of("shell:account.admin") }).click();
  };
  await openPanel();
  await expect(waiting).toBeVisible();
  await page.getByRole("button", { name: words.of("shell:unreachable.stay") }).click();
  await expect(waiting).toHaveCount(0);

  await openPanel();
  await expect(waiting).toBeVisible();
  await shop.reopen();
  await owner.arrives("/admin/dashboard");
  await expect(waiting).toHaveCount(0);
});
