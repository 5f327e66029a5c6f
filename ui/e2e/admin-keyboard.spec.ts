// The panel by keyboard alone: every page by palette or chord, rows focused, opened and selected, an order shipped, a
// price changed and a coupon created.
import { Admin } from "./support/admin";
import { tabTo } from "./support/keys";
import { rest } from "./support/look";
import { expect, test } from "./support/test";

const PLACES = [
  ["o", "orders"], ["p", "products"], ["c", "coupons"], ["u", "customers"], ["t", "statistics"],
  ["b", "proof"], ["l", "auditLog"], ["y", "system"], ["f", "staff"], ["s", "settings"], ["d", "dashboard"],
] as const;

test("everything an admin does daily is reached by keys", async ({ openShop, arrive }) => {
  const admin = await Admin.enter(await arrive(await openShop("admin-keys")));
  const { page, words } = admin;
  const { keyboard } = page;
  for (const [key, place] of PLACES) {
    await admin.shopper.follow(() => keyboard.type(`g${key}`));
    await expect(admin.heading).toHaveText(words.of(`admin:nav.${place}`));
  }
  await keyboard.press("Shift+Slash");
  await expect(admin.dialog).toContainText(words.of("shell:shortcuts.title"));
  await keyboard.press("Escape");
  await expect(admin.dialog).toHaveCount(0);

  await keyboard.press("Control+k");
  await page.getByRole("searchbox", { name: words.of("shell:palette.label") }).or(page.getByPlaceholder(words.of("shell:palette.placeholder_admin"))).first().waitFor();
  await keyboard.type(words.of("admin:nav.orders"));
  await keyboard.press("ArrowDown");
  await admin.shopper.follow(() => keyboard.press("Enter"));
  await expect(admin.heading).toHaveText(words.of("admin:nav.orders"));
  // Letters lead nowhere while a dialog is still on its way out.
  await expect(admin.dialog).toHaveCount(0);
  const sent = await shipAnOrder(admin);
  await shipTwo(admin, sent);
  await changeAPrice(admin);
  await makeACoupon(admin);
});

/** Down the list and up again, picked and put back, opened, and sent after a second thought; gives the order's number. */
async function shipAnOrder(admin: Admin): Promise<string> {
  const { page, main, words, dialog } = admin;
  const { keyboard } = page;
  await admin.go("/admin/orders?tab=preparing");
  const links = main.getByRole("row").locator("a[data-list-row]");
  await expect(links.nth(1)).toBeVisible();
  await keyboard.press("j");
  await expect(links.nth(0)).toBeFocused();
  await keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await keyboard.press("x");
  await expect(main).toContainText(words.of("admin:table.selected", { count: 1 }));
  await keyboard.press("x");
  await expect(main).not.toContainText(words.of("admin:table.selected", { count: 1 }));
  await keyboard.press("k");
  await expect(links.nth(0)).toBeFocused();
  const number = /ORD-\d+-\d+/.exec((await links.nth(0).textContent()) ?? "")?.[0] ?? "";
  // Five keys and Enter within a few milliseconds would be a barcode scanner.
  await page.waitForTimeout(200);
  await admin.shopper.follow(() => keyboard.press("Enter"));

  const ship = words.of("adminOrders:action.ship");
  await tabTo(page, ship);
  await keyboard.press("Enter");
  await expect(dialog).toContainText(words.of("adminOrders:bulk.customers"));
  await keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(admin.button("adminOrders:action.ship"), "the focus returns to what asked").toBeFocused();
  await keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await tabTo(page, ship);
  await keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(admin.button("adminOrders:action.deliver")).toBeVisible();
  return number;
}

/** Selects two in the list and ships them together; the list has the focus after the bar has closed. */
async function shipTwo(admin: Admin, sentBefore: string): Promise<void> {
  const { page, main, words, dialog } = admin;
  const { keyboard } = page;
  await admin.go("/admin/orders?tab=preparing");
  const links = main.getByRole("row").locator("a[data-list-row]");
  await expect(links.nth(1)).toBeVisible();
  await expect(main, "the list as it was before is shown until the new one is there").not.toContainText(sentBefore);
  for (const [index, picked] of [[0, 1], [1, 2]] as const) {
    await keyboard.press("j");
    await expect(links.nth(index)).toBeFocused();
    await keyboard.press("x");
    await expect(main).toContainText(words.of("admin:table.selected", { count: picked }));
  }
  await tabTo(page, words.of("adminOrders:bulk.ship.action", { count: 2 }));
  await keyboard.press("Enter");
  await expect(dialog).toContainText(words.of("adminOrders:bulk.ship.changes", { count: 2 }));
  await tabTo(page, words.of("adminOrders:bulk.ship.confirm"));
  await keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(main).not.toContainText(words.of("admin:table.selected", { count: 2 }));
  await expect(main.getByRole("checkbox", { name: words.of("admin:table.selectAll") }), "one goes on from the list").toBeFocused();
}

/** Finds a product by its initials, edits its price in place, and cancels an edit by Esc. */
async function changeAPrice(admin: Admin): Promise<void> {
  const { page, main, words } = admin;
  const { keyboard } = page;
  await admin.shopper.follow(() => keyboard.type("gp"));
  await keyboard.press("/");
  await keyboard.type("ㅎㅁ 4kg");
  await page.waitForURL(/[?&]q=/);
  await expect(main.getByRole("row")).toHaveCount(2);
  const edit = (price: string) => `${price} ${words.of("adminProducts:inline.price", { name: "현미 4kg" })}`;
  const field = main.getByRole("textbox", { name: words.of("adminProducts:inline.price", { name: "현미 4kg" }) });
  await tabTo(page, edit("18,500원"));
  await keyboard.press("Enter");
  await expect(field).toBeFocused();
  await keyboard.type("1");
  await keyboard.press("Escape");
  await expect(main.getByRole("button", { name: edit("18,500원") })).toBeFocused();
  await keyboard.press("Enter");
  await expect(field).toBeFocused();
  await keyboard.type("19000");
  await expect(field).toHaveValue("19,000");
  await keyboard.press("Enter");
  await expect(main.getByRole("button", { name: edit("19,000원") })).toBeFocused();
}

async function makeACoupon(admin: Admin): Promise<void> {
  const { page, words, dialog } = admin;
  const { keyboard } = page;
  await admin.shopper.follow(() => keyboard.type("gc"));
  await tabTo(page, words.of("adminCoupons:new"));
  await keyboard.press("Enter");
  const name = dialog.getByLabel(words.of("adminCoupons:form.name"), { exact: true });
  await expect(name).toBeFocused();
  await keyboard.type("글쇠 쿠폰");
  await keyboard.press("Escape");
  const question = page.getByRole("dialog").filter({ hasText: words.of("adminCoupons:form.leaveText") });
  await expect(question, "what was typed is not lost by a slip").toBeVisible();
  await rest(page);
  await keyboard.press("Escape");
  await expect(question, "Esc closes what lies on top, and only that").toHaveCount(0);
  await expect(name).toHaveValue("글쇠 쿠폰");
  await name.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(admin.row("글쇠 쿠폰")).toBeVisible();
}
