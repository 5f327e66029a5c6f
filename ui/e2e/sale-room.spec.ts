// The sale room: two telephones join over the address of the network and want the last unit; one gets it, and the large screen
// shows who. Afterwards the accounts of the guests are removed. Every view is looked at by axe.
import type { Page } from "@playwright/test";
import { Admin } from "./support/admin";
import { Caller } from "./support/caller";
import { smallTargets } from "./support/targets";
import { look } from "./support/look";
import type { Shop } from "./support/shop";
import { expect, test } from "./support/test";
import { type Lang, wordsOf } from "./support/words";

const PHONE = { width: 390, height: 844 };
const LARGE = { width: 1920, height: 1080 };
/** What a switch of the language calls each. */
const SWITCH: Record<Lang, string> = { ko: "한국어", en: "English" };

interface Room {
  pin: string;
  addresses: string[];
  guests: { name: string }[];
  buyers: { name: string }[];
}

for (const [lang, theme] of [["ko", "light"], ["en", "dark"]] as const) {
  test(`two telephones want the last unit and one gets it, ${lang}, ${theme}`, async ({ openShop, arrive }) => {
    const words = wordsOf(lang);
    const shop = await openShop(`sale-room-${lang}`, undefined, true);
    const faults: string[] = [];
    const admin = await Admin.enter(await arrive(shop), lang);
    await admin.shopper.choose(words.of(`shell:appearance.${theme}`));
    await admin.page.setViewportSize(LARGE);
    await open(admin);
    faults.push(...(await look(admin.page, `sale-room-admin-${lang}-${theme}`)));
    await admin.button("adminSale:screen.open").click();
    await expect(admin.page.getByText(words.of("adminSale:join.pin"), { exact: true })).toBeVisible();

    const { pin, address } = await wayIn(shop);
    const phones: Page[] = [];
    for (const name of ["서연", "Noah"]) {
      const { page, faults: complaints } = await arrive(shop);
      // Chromium has a word about this header at every address of a network without HTTPS.
      complaints.expect(/Cross-Origin-Opener-Policy header has been ignored/);
      await page.setViewportSize(PHONE);
      await page.goto(`${address}/#/sale-room?pin=${pin}`);
      await page.getByText(SWITCH[lang], { exact: true }).click();
      await page.getByText(words.of(`shell:appearance.${theme}`), { exact: true }).click();
      faults.push(...(await look(page, `sale-room-join-${name}-${lang}-${theme}`)));
      await page.getByLabel(words.of("saleRoom:join.name"), { exact: true }).fill(name);
      await page.getByRole("button", { name: words.of("saleRoom:join.submit"), exact: true }).click();
      await expect(page.getByRole("timer")).toBeVisible();
      expect.soft(await smallTargets(page)).toEqual([]);
      await expect(admin.page.getByRole("listitem").filter({ hasText: name })).toBeVisible();
      phones.push(page);
    }

    const buy = words.of("saleRoom:buy");
    // The countdown ends by the clock of the shop.
    for (const page of phones) await expect(page.getByRole("button", { name: buy })).toBeEnabled();
    // For the one that comes too late the button may be gone before it is hit.
    await Promise.allSettled(phones.map((page) => page.getByRole("button", { name: buy }).click({ timeout: 5_000 })));
    const saysWon = (page: Page) => page.getByText(words.of("saleRoom:won.title"), { exact: true });
    const saysLost = (page: Page) => page.getByText(words.of("saleRoom:lost.title"), { exact: true });
    for (const page of phones) await expect(saysWon(page).or(saysLost(page))).toBeVisible();
    const winners = await Promise.all(phones.map((page) => saysWon(page).count()));
    expect(winners.toSorted(), "one of the two").toEqual([0, 1]);
    for (const [index, page] of phones.entries()) faults.push(...(await look(page, `sale-room-${winners[index] === 1 ? "won" : "lost"}-${lang}-${theme}`)));

    const room = await (await Caller.demo(shop, "admin")).call<Room>("GET", "/v1/admin/sale-room");
    expect([room.guests.length, room.buyers.length], "two were in, one bought").toEqual([2, 1]);
    await expect(admin.page.getByRole("region", { name: words.of("adminSale:buyers.title") })).toContainText(room.buyers.map(({ name }) => name).join());
    await expect(admin.page.getByText(words.of("adminSale:over.soldOut"))).toBeVisible();
    faults.push(...(await look(admin.page, `sale-room-screen-${lang}-${theme}`)));
    await removeGuests(admin);
    expect(faults, "axe finds nothing").toEqual([]);
  });
}

/** Chooses the first product that is found, and lets the guests in. */
async function open(admin: Admin): Promise<void> {
  const { page, words } = admin;
  await admin.go("/admin/sale-room");
  await expect(admin.heading).toHaveText(words.of("adminSale:title"));
  await admin.main.getByRole("combobox", { name: words.of("adminSale:form.product") }).click();
  await page.getByRole("option").first().click();
  await admin.fill("adminSale:form.startsInSeconds", "25");
  const option = admin.main.getByRole("combobox", { name: words.of("adminSale:form.option") });
  if ((await option.count()) > 0) {
    await option.click();
    await page.getByRole("option").first().click();
  }
  await admin.button("adminSale:form.open").click();
  await expect(admin.button("adminSale:screen.open")).toBeVisible();
}

/** The PIN, and the address that the QR code has; a machine without a network is reached at its own. */
async function wayIn(shop: Shop): Promise<{ pin: string; address: string }> {
  const { pin, addresses } = await (await Caller.demo(shop, "admin")).call<Room>("GET", "/v1/admin/sale-room");
  return { pin, address: addresses[0] ?? shop.url };
}

async function removeGuests(admin: Admin): Promise<void> {
  const { page, words } = admin;
  await page.keyboard.press("Escape");
  await expect(admin.heading).toHaveText(words.of("adminSale:title"));
  await admin.button("adminSale:close.action").click();
  await admin.answer("adminSale:close.confirm");
  await admin.button("adminSale:remove.action").click();
  await expect(admin.dialog).toContainText(words.of("adminSale:remove.title", { count: 2, shown: 2 }));
  await admin.answer("adminSale:remove.confirm");
  await expect(admin.shopper.toast(words.of("adminSale:remove.done", { count: 2, shown: 2 }))).toBeVisible();
  await expect(admin.button("adminSale:remove.action")).toHaveCount(0);
}
