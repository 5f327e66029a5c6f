// Owner, clerk and a customer that has forgotten the password: staff is added, sees what its role may, is refused the rest, and
// is removed at once; a one-time code brings the customer back in.
import { Admin } from "./support/admin";
import { expect, test } from "./support/test";

const CLERK = { name: "이직원", email: "lee@example.com", password: "a good password" };

test("a clerk sees orders and stock, no refunds and no settings, and is signed out when removed", async ({ openShop, arrive }) => {
  const shop = await openShop("staff");
  const owner = await Admin.enter(await arrive(shop));
  await owner.go("/admin/staff");
  await owner.button("adminStaff:add.action").click();
  await owner.fill("adminStaff:column.name", CLERK.name, owner.dialog);
  await owner.fill("adminStaff:column.email", CLERK.email, owner.dialog);
  await owner.fill("adminStaff:add.password", CLERK.password, owner.dialog);
  await owner.answer("adminStaff:add.confirm");
  await expect(owner.row(CLERK.email)).toBeVisible();

  const clerk = await arrive(shop);
  const { words } = owner;
  await clerk.signIn(CLERK.email, CLERK.password);
  await clerk.arrives("/admin/dashboard");
  const menu = clerk.page.getByRole("navigation", { name: words.of("admin:nav.label") });
  await expect(menu.getByRole("link", { name: words.of("admin:nav.orders"), exact: true })).toBeVisible();
  for (const page of ["coupons", "customers", "statistics", "system", "staff", "settings"]) {
    await expect(menu.getByRole("link", { name: words.of(`admin:nav.${page}`), exact: true }), page).toHaveCount(0);
  }
  await clerk.go("/admin/settings");
  await expect(clerk.main).toContainText(words.of("admin:needsRole.title", { role: words.of("admin:role.OWNER") }));
  await clerk.go("/admin/orders?tab=preparing");
  await clerk.main.getByRole("row").nth(1).getByRole("link").first().click();
  await expect(clerk.main.getByRole("button", { name: words.of("adminOrders:action.ship"), exact: true })).toBeVisible();
  await expect(clerk.main.getByRole("button", { name: words.of("adminOrders:action.refund"), exact: true })).toHaveCount(0);

  await owner.row(CLERK.email).getByRole("button", { name: words.of("adminStaff:remove.named", { name: CLERK.name }) }).click();
  await owner.answer("adminStaff:remove.confirm");
  await expect(owner.row(CLERK.email)).toContainText(words.of("adminStaff:restore.action"));
  await clerk.go("/admin/orders");
  await clerk.arrives("/sign-in");
});

test("a customer that has forgotten the password comes back with a one-time code", async ({ openShop, arrive }) => {
  const shop = await openShop("forgotten");
  const shopper = await arrive(shop);
  await shopper.register("김건망", "kim@example.com");
  await shopper.signOut();
  const owner = await Admin.enter(await arrive(shop));
  const { words } = owner;
  await owner.go("/admin/customers?q=kim@example.com");
  await owner.main.getByRole("link", { name: "김건망" }).click();
  await owner.button("adminCustomers:resetCode.action").click();
  await owner.dialog.getByRole("button", { name: words.of("adminCustomers:resetCode.confirm"), exact: true }).click();
  const made = owner.page.getByRole("dialog", { name: words.of("adminCustomers:resetCode.madeTitle", { name: "김건망" }), exact: true });
  await expect(made).toContainText(words.of("adminCustomers:resetCode.once"));
  const code = await made.locator("code").textContent();

  await shopper.go("/sign-in");
  await shopper.main.getByRole("link", { name: words.of("auth:signIn.forgotten") }).click();
  // Both pages have a field for the e-mail.
  await shopper.arrives("/reset-password");
  await shopper.main.locator("input[name=email]").fill("kim@example.com");
  await shopper.main.locator("input[name=code]").fill(code ?? "");
  await shopper.main.locator("input[name=newPassword]").fill("a new password");
  await shopper.main.locator("button[type=submit]").click();
  await shopper.arrives("/sign-in");
  await shopper.signIn("kim@example.com", "a new password");
  await shopper.isSignedIn("김건망");
});
