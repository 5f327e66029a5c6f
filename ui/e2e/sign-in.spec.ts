// Signing in and out: wrong passwords, too many of them, and the effect of a sign-out in every tab.
import type { Request } from "@playwright/test";
import { DEMO_PASSWORD, type Shopper } from "./support/shopper";
import { expect, test } from "./support/test";

const CUSTOMER = "customer3@demo.jangteo";
/** More than any throttle lets through. */
const MANY = 30;

test("a wrong password and an unknown email get the same words, and what was typed stays", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("wrong-password"));
  for (const email of [CUSTOMER, "nobody@demo.jangteo"]) {
    await shopper.signIn(email, "not-the-password");
    await expect(shopper.main.getByRole("alert")).toContainText("이메일 또는 비밀번호가 일치하지 않아요");
    await expect(shopper.main.locator("input[name=email]")).toHaveValue(email);
    await shopper.page.reload();
  }
  await shopper.signIn(CUSTOMER, DEMO_PASSWORD);
  await shopper.isSignedIn();
});

test("too many tries have to wait, with the right password too, and a restart forgets none", async ({ openShop, arrive }) => {
  const shop = await openShop("throttle");
  const shopper = await arrive(shop);
  const alert = shopper.main.getByRole("alert");
  await shopper.go("/sign-in");
  let tries = 0;
  do {
    tries += 1;
    expect(tries, "a guesser is stopped").toBeLessThan(MANY);
    await answered(shopper, `guess-number-${tries}`);
  } while ((await alert.textContent())?.includes("일치하지 않아요"));
  await expect(alert).toContainText("시도가 너무 많아요");
  await expect(shopper.main.getByRole("timer")).toContainText(/\d+초 후/);

  await shop.close();
  await shop.reopen();
  await answered(shopper, DEMO_PASSWORD);
  await expect(alert).toContainText("시도가 너무 많아요");
  await shopper.isSignedOut();
});

test("a sign-out ends the session in every tab and for every token", async ({ arrive }) => {
  const shopper = await arrive();
  await shopper.register("나가요", "leaving@example.com");
  const other = await shopper.anotherTab();
  await other.go("/points");
  await other.isSignedIn("나가요");
  const asked = other.page.waitForRequest(carriesToken);
  await other.go("/orders");
  const { authorization } = await (await asked).allHeaders();
  if (authorization === undefined) throw new Error("the page asks without a token");

  await shopper.signOut();
  await other.isSignedOut();
  const refused = await fetch(`${shopper.shop.url}/v1/me`, { headers: { authorization } });
  expect(refused.status, "the token is worth nothing any more").toBe(401);
  await shopper.go("/cart");
  await expect(shopper.heading).toHaveText("로그인");
});

test("two tabs whose token runs out at once stay signed in", async ({ arrive }) => {
  const shopper = await arrive();
  await shopper.register("둘이서", "two-tabs@example.com");
  const other = await shopper.anotherTab();
  await other.go("/");
  await other.isSignedIn("둘이서");
  const renewals = await letTokensRunOut(shopper);

  await Promise.all([shopper.go("/orders"), other.go("/points")]);
  await expect(shopper.heading).toHaveText("주문 내역");
  await expect(other.heading).toHaveText("포인트");
  await Promise.all([shopper.page.reload(), other.page.reload()]);
  await shopper.isSignedIn("둘이서");
  await other.isSignedIn("둘이서");
  await expect(other.main).toContainText("0P");
  expect(renewals(), "the pages did renew it").toBeGreaterThan(0);
});

/** Tries to sign in on the page that is open, and waits for the shop's answer. */
async function answered(shopper: Shopper, password: string): Promise<void> {
  await shopper.main.locator("input[name=email]").fill(CUSTOMER);
  await shopper.main.locator("input[name=password]").fill(password);
  const submit = shopper.main.locator("button[type=submit]");
  const answer = shopper.page.waitForResponse("**/v1/auth/login");
  await submit.click();
  await answer;
  await expect(submit).toBeEnabled();
  await expect(shopper.main.getByRole("alert")).toBeVisible();
}

/** From now on the shop refuses every token that was issued before. Returns how often pages refreshed theirs. */
async function letTokensRunOut(shopper: Shopper): Promise<() => number> {
  const asked = shopper.page.waitForRequest(carriesToken);
  await shopper.page.reload();
  const stale = (await (await asked).allHeaders()).authorization;
  let renewals = 0;
  await shopper.page.context().route("**/v1/**", async (route) => {
    const request = route.request();
    if (request.url().endsWith("/v1/auth/refresh")) renewals += 1;
    if (request.headers().authorization !== stale) return route.continue();
    return route.fulfill({ status: 401, headers: { "WWW-Authenticate": "Bearer" }, json: { code: "UNAUTHORIZED", message: "" } });
  });
  return () => renewals;
}

function carriesToken(request: Request): boolean {
  return request.headers().authorization !== undefined;
}
