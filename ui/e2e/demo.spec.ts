// The demo's tools in a browser: switch the user, fold them away, the guided tour; and nothing of it in a real shop.
import type { Page } from "@playwright/test";
import { Caller } from "./support/caller";
import { SMALL } from "./support/jangteo";
import { look } from "./support/look";
import { PASSWORD } from "./support/shopper";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

const ko = wordsOf("ko");
const tools = (page: Page) => page.getByRole("region", { name: ko.of("demo:bar.label") });

test("a demo's user is switched from every page, and the tools fold away", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("demo-tools", SMALL));
  const { page } = shopper;
  await shopper.go("/products/1");
  const become = async (name: string) => {
    await tools(page).getByRole("button", { name: /^체험 계정 변경/ }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  await become(ko.of("demo:persona.clerk"));
  await shopper.arrives("/admin/dashboard");
  await expect(tools(page)).toContainText("한나래");
  const faults = await look(page, "demo-tools-admin");
  await become(ko.of("demo:persona.customer2"));
  await shopper.arrives("/");
  await shopper.isSignedIn();
  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 780 });
    faults.push(...(await look(page, `demo-tools-${width}`)));
  }
  await shopper.choose("다크");
  faults.push(...(await look(page, "demo-tools-dark")));
  expect(faults).toEqual([]);
  await tools(page).getByRole("button", { name: ko.of("demo:bar.collapse") }).click();
  await page.reload();
  await expect(tools(page).getByRole("button", { name: ko.of("demo:bar.expand") })).toBeVisible();
});

test("the guided tour goes through five pages and is resumed where it was left", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("demo-tour", SMALL));
  const { page } = shopper;
  await shopper.go("/");
  const next = () => shopper.dialog().getByRole("button", { name: ko.of("demo:tour.next") }).click();
  await tools(page).getByRole("button", { name: ko.of("demo:tour.start") }).click();
  await expect(shopper.dialog()).toContainText(ko.of("demo:tour.step.home.title"));
  const faults = await look(page, "demo-tour-home");
  await next();
  await shopper.arrives("/products");
  await next();
  await shopper.arrives("/cart");
  await shopper.dialog().getByRole("button", { name: ko.of("demo:tour.later") }).click();
  await expect(shopper.dialog()).toHaveCount(0);
  await page.reload();
  await tools(page).getByRole("button", { name: ko.of("demo:tour.resume", { step: 3, count: 5 }) }).click();
  await expect(shopper.dialog()).toContainText(ko.of("demo:tour.step.cart.title"));
  await page.setViewportSize({ width: 360, height: 780 });
  faults.push(...(await look(page, "demo-tour-cart-360")));
  await page.setViewportSize({ width: 1280, height: 780 });
  await next();
  await shopper.arrives("/admin/dashboard");
  await next();
  await shopper.arrives("/admin/proof");
  faults.push(...(await look(page, "demo-tour-proof")));
  await shopper.dialog().getByRole("button", { name: ko.of("demo:tour.finish") }).click();
  await expect(tools(page).getByRole("button", { name: ko.of("demo:tour.again") })).toBeVisible();
  expect(faults).toEqual([]);
});

test("a real shop has none of it", async ({ openShop, arrive }) => {
  const shop = await openShop("no-demo", "none");
  const own = { shopName: "내 가게", email: "me@example.com", password: PASSWORD, name: "나" };
  await Caller.visitor(shop).call("POST", "/v1/shop/set-up", own);
  const shopper = await arrive(shop);
  await shopper.go("/");
  await look(shopper.page, "no-demo");
  await expect(tools(shopper.page)).toHaveCount(0);
  await shopper.signIn(own.email, PASSWORD);
  await shopper.arrives("/admin/dashboard");
  await look(shopper.page, "no-demo-admin");
  await expect(tools(shopper.page)).toHaveCount(0);
});
