// Points for money: a customer requests points, the owner confirms the deposit, and the open page of the customer has them.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

const words = wordsOf("ko");
const ACCOUNT = { bank: "국민은행", number: "123456-01-234567", holder: "박주인" };

test("a deposit that the owner confirms becomes points on the customer's open page", async ({ openShop, arrive }) => {
  const shop = await openShop("deposits");
  const owner = await Caller.demo(shop, "admin");
  const { updatedAt } = await owner.call<{ updatedAt?: string }>("GET", "/v1/admin/settings");
  const settings = { shopName: "장터", lowStockThreshold: 10, orderExpiryMinutes: 30, pointCharging: "REQUEST", depositAccount: ACCOUNT, updatedAt };
  await owner.call("PUT", "/v1/admin/settings", settings);

  const shopper = await arrive(shop);
  await shopper.register("김입금", "deposit@example.com");
  await shopper.go("/points");
  await expect(shopper.main).toContainText(ACCOUNT.number);
  await shopper.main.getByRole("button", { name: "50,000원", exact: true }).click();
  await shopper.main.getByRole("button", { name: "50,000원 충전 신청하기", exact: true }).click();
  await expect(shopper.main).toContainText(words.of("points:standing.REQUESTED"));
  await expect(shopper.main).toContainText("0P");

  const admin = await Admin.enter(await arrive(shop));
  await admin.go("/admin/deposits");
  await admin.row("김입금").getByRole("button", { name: words.of("adminDeposits:confirm.action"), exact: true }).click();
  await admin.answer("adminDeposits:confirm.action");
  await expect(admin.main).toContainText(words.of("adminDeposits:empty.waiting"));

  await expect(shopper.main, "without a reload").toContainText(words.of("points:standing.CONFIRMED"));
  await expect(shopper.main).toContainText("50,000P");
});
