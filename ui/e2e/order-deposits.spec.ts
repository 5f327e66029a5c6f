// Orders for money: a customer pays by transfer with a part in points, the owner confirms the deposit, and the open page of the
// customer says so; another order is given up, and its points are back.
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import type { Shop } from "./support/shop";
import type { Shopper } from "./support/shopper";
import { expect, test } from "./support/test";
import { wordsOf } from "./support/words";

const words = wordsOf("ko");
const ACCOUNT = { bank: "국민은행", number: "123456-01-234567", holder: "박주인" };
/** A product without options and without a limit, for 49,000 won. */
const POT = 13;

async function open(shop: Shop): Promise<void> {
  const owner = await Caller.demo(shop, "admin");
  const { updatedAt } = await owner.call<{ updatedAt?: string }>("GET", "/v1/admin/settings");
  await owner.call("PUT", "/v1/admin/settings", {
    shopName: "장터", lowStockThreshold: 10, orderExpiryMinutes: 30, paymentMethods: ["POINT", "BANK_TRANSFER"], depositAccount: ACCOUNT, updatedAt,
  });
}

/** Orders the pot by transfer, with 9,000 points of it; `isFirst` gives the address, too. */
async function order(shopper: Shopper, isFirst: boolean): Promise<void> {
  await shopper.buyNow(POT);
  if (isFirst) await shopper.giveAddress();
  await shopper.main.getByRole("radio", { name: words.of("orders:method.BANK_TRANSFER") }).check();
  await shopper.main.getByLabel(words.of("orders:payWith.points"), { exact: true }).fill("9000");
  await shopper.main.getByLabel(words.of("orders:payWith.depositor"), { exact: true }).fill("김대신");
  await shopper.follow(() => shopper.button("40,000원 계좌이체로 주문하기").first().click());
  await expect(shopper.main).toContainText(words.of("orders:deposit.title"));
  for (const text of ["40,000원", ACCOUNT.number, ACCOUNT.holder, "김대신"]) await expect(shopper.main).toContainText(text);
}

test("an order paid by transfer with a part in points is confirmed by the owner, and another is given up", async ({ openShop, arrive }) => {
  const shop = await openShop("order-deposits");
  await open(shop);
  const shopper = await arrive(shop);
  await shopper.register("김입금", "transfer@example.com");
  await shopper.charge("100,000원");
  await order(shopper, true);

  const admin = await Admin.enter(await arrive(shop));
  await admin.go("/admin/deposits");
  await expect(admin.row("김대신")).toContainText("40,000원");
  await admin.row("김대신").getByRole("button", { name: words.of("adminDeposits:confirm.action"), exact: true }).click();
  await admin.answer("adminDeposits:confirm.action");
  await expect(admin.main).toContainText(words.of("adminDeposits:empty.waiting"));

  await expect(shopper.main, "without a reload").toContainText(words.of("orders:standing.preparing"));
  await expect(shopper.main).toContainText(words.of("orders:payment.by_BANK_TRANSFER"));

  await order(shopper, false);
  await shopper.go("/orders");
  await expect(shopper.main.getByRole("listitem").first()).toContainText(ACCOUNT.number);
  await shopper.go("/points");
  await expect(shopper.main).toContainText("82,000P");
  await shopper.go("/orders");
  await shopper.main.getByRole("listitem").first().getByRole("button", { name: words.of("orders:action.cancel"), exact: true }).click();
  await shopper.dialog().getByRole("button", { name: words.of("orders:cancel.confirm"), exact: true }).click();
  await expect(shopper.main.getByRole("listitem").first()).toContainText(words.of("orders:standing.cancelled"));
  await shopper.go("/points");
  await expect(shopper.main).toContainText("91,000P");
  await admin.go("/admin/deposits?state=CANCELLED");
  await expect(admin.row("김대신")).toContainText(words.of("adminDeposits:state.CANCELLED"));
});
