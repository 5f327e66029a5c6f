// Scripts and markup in every free text field are shown as text on every page, and nothing of them is executed: no
// dialog, no error, nothing refused by the content security policy.
import { Caller } from "./support/caller";
import { rest } from "./support/look";
import { PAYLOADS } from "./support/payloads";
import { PASSWORD } from "./support/shopper";
import { expect, test } from "./support/test";

const ROUTES = ["/", "/products", "/coupons", "/cart", "/checkout", "/orders", "/points", "/me", "/me/addresses", "/me/sessions", "/wishes"];
/** Without options, without a limit. */
const RICE = 133;

for (const [place, payload] of PAYLOADS.entries()) {
  test(`shown and not executed: ${payload}`, async ({ shop, arrive }) => {
    const email = `enemy-${place}@example.com`;
    const order = await plant(await Caller.newcomer(shop, payload, email), payload);
    const shopper = await arrive();
    await shopper.signIn(email, PASSWORD);
    await shopper.isSignedIn(payload);

    for (const route of [...ROUTES, `/orders/${order}`, `/orders/${order}/done`, `/orders/${order}/receipt`]) {
      await shopper.go(route);
      await expect(shopper.heading).not.toBeEmpty();
      await rest(shopper.page);
    }
    await expect(shopper.main, "the receipt shows it as it was written").toContainText(payload);
    await shopper.go("/me/addresses");
    await expect(shopper.main).toContainText(payload);
    await shopper.go(`/products?q=${encodeURIComponent(payload)}`);
    await expect(shopper.heading).toContainText(payload);
    await shopper.go(`/products/${encodeURIComponent(payload)}`);
    await expect(shopper.heading).not.toBeEmpty();
    expect(await shopper.page.evaluate(() => "executed" in window), "nothing was executed").toBe(false);
  });
}

/** Writes the payload wherever a customer can write, and hands back the order that carries it. */
async function plant(enemy: Caller, payload: string): Promise<number> {
  const shippingAddress = { recipientName: payload, phone: "010-1234-5678", zipCode: "04524", address: payload, detailAddress: payload };
  await enemy.call("PATCH", "/v1/me", { name: payload });
  await enemy.call("POST", "/v1/me/addresses", { label: payload.slice(0, 30), isDefault: true, shippingAddress });
  await enemy.call("POST", "/v1/points/charge", { amount: 100_000 });
  const { id, totalAmount } = await enemy.order(RICE, 1, shippingAddress);
  await enemy.call("POST", "/v1/payments", { orderId: id, paymentMethod: "POINT", amount: totalAmount });
  await enemy.call("POST", "/v1/carts/items", { productId: RICE, quantity: 1 });
  await enemy.call("POST", "/v1/wishes", { productId: RICE });
  return id;
}
