// Coupons that are not listed: one is got by its code, another is given by the owner to a chosen customer.
import { Admin } from "./support/admin";
import { expect, test } from "./support/test";

test("a customer enters a code, and gets a coupon that the owner gives", async ({ openShop, arrive }) => {
  const shop = await openShop("coupon-codes");
  const shopper = await arrive(shop);
  await shopper.register("김쿠폰", "coupon@example.com");
  const owner = await Admin.enter(await arrive(shop));
  const { words } = owner;

  const open = async (name: string, distribution: string) => {
    await owner.go("/admin/coupons");
    await owner.button("adminCoupons:new").click();
    await owner.fill("adminCoupons:form.name", name, owner.dialog);
    await owner.dialog.getByText(words.of(`adminCoupons:distribution.${distribution}`), { exact: true }).click();
  };
  await open("전단지 쿠폰", "CODE");
  await owner.dialog.getByRole("button", { name: words.of("adminCoupons:form.create"), exact: true }).click();
  await expect(owner.dialog, "a coupon by code has one").toContainText(words.of("adminCoupons:refused.code"));
  await owner.fill("adminCoupons:form.code", "autumn-2026", owner.dialog);
  await owner.answer("adminCoupons:form.create");
  await expect(owner.row("전단지 쿠폰")).toContainText("AUTUMN-2026");

  await shopper.go("/coupons");
  await expect(shopper.main, "it is not listed").not.toContainText("전단지 쿠폰");
  const code = shopper.main.getByRole("textbox", { name: words.of("coupons:code.label") });
  const get = shopper.main.getByRole("button", { name: words.of("coupons:code.submit"), exact: true }).first();
  await code.fill("SPRING-2026");
  await get.click();
  await expect(shopper.main).toContainText(words.of("coupons:code.unknown"));
  await code.fill(" autumn-2026 ");
  await code.press("Enter");
  await expect(code, "it was taken").toHaveValue("");
  await code.fill("AUTUMN-2026");
  await get.click();
  await expect(shopper.main).toContainText(words.of("coupons:code.owned"));

  await open("단골 쿠폰", "GRANT");
  await owner.answer("adminCoupons:form.create");
  await owner.row("단골 쿠폰").getByText("단골 쿠폰").click();
  await owner.dialog.getByRole("tab", { name: words.of("adminCoupons:part.grant") }).click();
  await owner.dialog.getByPlaceholder(words.of("adminCoupons:grant.customersSearch")).fill("coupon@example.com");
  await owner.page.getByRole("option", { name: "김쿠폰 (coupon@example.com)" }).click();
  await owner.page.keyboard.press("Tab");
  await owner.dialog.getByRole("button", { name: words.of("adminCoupons:grant.submit"), exact: true }).click();
  const sure = owner.page.getByRole("dialog", { name: words.of("adminCoupons:grant.title", { name: "단골 쿠폰" }) });
  await sure.getByRole("button", { name: words.of("adminCoupons:grant.submit"), exact: true }).click();
  await expect(owner.page.getByText(words.of("adminCoupons:grant.done_other", { shown: "1" }))).toBeVisible();

  await shopper.go("/coupons?tab=usable");
  await expect(shopper.main).toContainText("단골 쿠폰");
  await expect(shopper.main).toContainText("전단지 쿠폰");
});
