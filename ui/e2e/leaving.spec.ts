// A shop with terms and a business: a customer registers with consents, sees the business below the pages and on the receipt, and
// leaves; the account is gone and its e-mail address free.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { PASSWORD } from "./support/shopper";
import { expect, test } from "./support/test";

const EMAIL = "leaving@example.com";

test("a customer agrees to the terms, buys, and leaves the shop", async ({ openShop, arrive }) => {
  const shop = await openShop("leaving");
  const owner = await Admin.enter(await arrive(shop));
  const { words } = owner;
  await owner.go("/admin/settings?part=business");
  await owner.main.locator("input[name=businessName]").fill("장터상회");
  await owner.main.locator("input[name=registrationNumber]").fill("124-81-00999");
  await owner.button("adminSettings:save").click();
  await expect(owner.main).toContainText(words.of("common:field.registrationNumber"));
  await owner.main.locator("input[name=registrationNumber]").fill("124-81-00998");
  await owner.button("adminSettings:save").click();
  await expect(owner.main).toContainText(words.of("adminSettings:allSaved"));
  await owner.main.getByLabel(words.of("common:document.TERMS"), { exact: true }).fill("제1조 (목적)\n이 약관은 장터상회의 이용 조건을 정합니다.");
  await owner.button("adminSettings:documents.save").first().click();
  await owner.answer("adminSettings:documents.save");
  await expect(owner.main.getByRole("link", { name: words.of("adminSettings:documents.view") })).toBeVisible();

  const shopper = await arrive(shop);
  await shopper.go("/register");
  await shopper.main.locator("input[name=name]").fill("김탈퇴");
  await shopper.main.locator("input[name=email]").fill(EMAIL);
  await shopper.main.locator("input[name=password]").fill(PASSWORD);
  await shopper.main.locator("input[name=phone]").fill("010-1234-5678");
  await shopper.main.locator("button[type=submit]").click();
  await expect(shopper.main).toContainText(words.of("common:field.consent"));
  await shopper.main.getByLabel(words.of("auth:register.agreeAll"), { exact: true }).check();
  await shopper.main.locator("button[type=submit]").click();
  await shopper.isSignedIn("김탈퇴");
  const footer = shopper.page.locator("footer");
  await expect(footer).toContainText("124-81-00998");
  await footer.getByRole("link", { name: words.of("common:document.TERMS") }).click();
  await expect(shopper.main).toContainText("이 약관은 장터상회의 이용 조건을 정합니다.");

  await shopper.charge("100,000원");
  await shopper.buyNow(1);
  await shopper.giveAddress();
  await shopper.button(/결제하기$/).last().click();
  await expect(shopper.page).toHaveURL(/orders\/\d+\/done/);
  const id = Number(/orders\/(\d+)/.exec(shopper.page.url())?.[1]);
  await shopper.go(`/orders/${id}/receipt`);
  await expect(shopper.main).toContainText("장터상회");
  await expect(shopper.main).toContainText(words.of("orders:receipt.vat"));

  const leave = async () => {
    await shopper.go("/me/leave");
    await shopper.main.locator("input[name=password]").fill(PASSWORD);
    await shopper.main.locator("button[type=submit]").click();
    await shopper.page.getByRole("dialog").getByRole("button", { name: words.of("me:leave.confirm"), exact: true }).click();
  };
  await leave();
  await expect(shopper.main).toContainText(words.of("me:leave.openOrder"));
  const admin = await Caller.demo(shop, "admin");
  for (const act of ["ship", "deliver"]) await admin.call("POST", `/v1/admin/orders/${id}/${act}`);
  await leave();
  await shopper.isSignedOut();
  await shopper.go("/sign-in");
  await shopper.main.locator("input[name=email]").fill(EMAIL);
  await shopper.main.locator("input[name=password]").fill(PASSWORD);
  await shopper.main.locator("button[type=submit]").click();
  await expect(shopper.main).toContainText(words.of("auth:signIn.wrong"));

  await owner.go("/admin/customers?state=DELETED");
  await expect(owner.main).toContainText(words.of("adminCustomers:state.DELETED"));
  await shopper.go("/register");
  await shopper.main.locator("input[name=name]").fill("김재가입");
  await shopper.main.locator("input[name=email]").fill(EMAIL);
  await shopper.main.locator("input[name=password]").fill(PASSWORD);
  await shopper.main.getByLabel(words.of("auth:register.agreeAll"), { exact: true }).check();
  await shopper.main.locator("button[type=submit]").click();
  await shopper.isSignedIn("김재가입");
});
