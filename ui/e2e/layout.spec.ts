// Every page at the width of phones, laptops and large screens: no part of it reaches beyond the window, and nothing
// jumps while it comes.
import type { Page } from "@playwright/test";
import type { Size } from "./support/jangteo";
import { beyondWindow, cutOff, shiftsOf, watchShifts } from "./support/layout";
import { look } from "./support/look";
import { fillerOf, FOR_ADMINS, FOR_CUSTOMERS, FOR_VISITORS, forgotten, type Route } from "./support/routes";
import type { Shop } from "./support/shop";
import type { Shopper } from "./support/shopper";
import { expect, test } from "./support/test";

/** One customer has made every order. */
const ONE_CUSTOMER: Size = { products: 225, users: 1, orders: 200 };
const WIDTHS = [360, 390, 1280, 1920] as const;
const HEIGHT = 780;
/** Of the window, times how far it jumped. */
const MOST_SHIFT = 0.02;

test("no route is left out", () => {
  expect(forgotten()).toEqual([]);
});

for (const lang of ["ko", "en"] as const) {
  test(`no page is wider than its window, ${lang}`, async ({ openShop, arrive }) => {
    const shop = await openShop(`widths-${lang}`, ONE_CUSTOMER);
    const arriveSpeaking = async () => {
      const shopper = await arrive(shop);
      await shopper.go("/");
      await shopper.choose(lang === "ko" ? "한국어" : "English");
      return shopper;
    };
    expect(await everywhere(shop, arriveSpeaking, measureWidths)).toEqual([]);
  });
}

for (const width of [360, 1280]) {
  test(`nothing jumps while a page comes, ${width} pixels wide`, async ({ openShop, arrive }) => {
    const shop = await openShop(`shifts-${width}`, ONE_CUSTOMER);
    const arriveWatched = async () => {
      const shopper = await arrive(shop);
      await watchShifts(shopper.page.context());
      await shopper.page.setViewportSize({ width, height: HEIGHT });
      return shopper;
    };
    expect(await everywhere(shop, arriveWatched, measureShift)).toEqual([]);
  });
}

for (const lang of ["ko", "en"] as const) {
  test(`the first start fits every window, jumps nowhere and is for everyone, ${lang}`, async ({ openShop, arrive }) => {
    const shopper = await arrive(await openShop(`first-start-${lang}`, "none"));
    const { page, main, shop } = shopper;
    const open = async () => {
      await page.goto("about:blank");
      await page.goto(`${shop.url}/#/welcome`);
      await expect(main.locator("h1")).toBeVisible();
    };
    await open();
    await page.getByText(lang === "ko" ? "한국어" : "English", { exact: true }).click();
    expect(await widthFaults(page, "/welcome")).toEqual([]);
    expect(await look(page, `first-start-${lang}`), "axe finds nothing").toEqual([]);
    await watchShifts(page.context());
    await open();
    expect(await shiftFaults(page, "/welcome")).toEqual([]);
  });
}

test("ten orders stand in a window of 800 pixels", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("ten-orders", ONE_CUSTOMER));
  await shopper.page.setViewportSize({ width: 1280, height: 800 });
  await shopper.becomeFirstCustomer();
  await shopper.go("/orders?period=all");
  await expect(shopper.orders().nth(9)).toBeInViewport({ ratio: 1 });
});

type Measure = (shopper: Shopper, route: string) => Promise<string[]>;

/** Visits every route as a user who may see it, and answers all that was found wrong. */
async function everywhere(shop: Shop, arrive: () => Promise<Shopper>, measure: Measure): Promise<string[]> {
  const fill = await fillerOf(shop);
  const faults: string[] = [];
  const visit = async (shopper: Shopper, routes: readonly Route[]) => {
    for (const [, route] of routes) faults.push(...(await measure(shopper, fill(route))));
  };
  const customer = await arrive();
  await visit(customer, FOR_VISITORS);
  await customer.becomeFirstCustomer();
  await visit(customer, FOR_CUSTOMERS);
  const admin = await arrive();
  await admin.becomeAdmin();
  await visit(admin, FOR_ADMINS);
  return faults;
}

async function measureWidths(shopper: Shopper, route: string): Promise<string[]> {
  await shopper.go(route);
  return widthFaults(shopper.page, route);
}

async function widthFaults(page: Page, route: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    const found = [...(await beyondWindow(page)), ...new Set(await cutOff(page))];
    faults.push(...found.map((fault) => `${route} at ${width}: ${fault}`));
  }
  return faults;
}

async function measureShift(shopper: Shopper, route: string): Promise<string[]> {
  await shopper.page.goto("about:blank");
  await shopper.go(route);
  return shiftFaults(shopper.page, route);
}

async function shiftFaults(page: Page, route: string): Promise<string[]> {
  const { sum, parts } = await shiftsOf(page);
  return sum > MOST_SHIFT ? [`${route} jumped by ${sum.toFixed(3)}: ${parts.join("; ")}`] : [];
}
