// The frame times of the admin's lists in a large shop. The mouse wheel scrolls each list for some seconds, far enough
// that several pages of it are fetched. An empty page before and after measures the machine itself.
import { type Page, test } from "@playwright/test";
import { record, type Recorded } from "./record";
import { tableOf } from "./table";

/** The address of the shop; its admin and password are the demo's. */
const SHOP = process.env.JANGTEO_ADDRESS ?? "http://127.0.0.1:7878";
const EMAIL = "admin@demo.jangteo";
const PASSWORD = "jangteo-demo-1";

/** What one can scroll: name, and the route within the shop. */
const LISTS = [
  ["orders", "/admin/orders"],
  ["products", "/admin/products"],
  ["customers", "/admin/customers"],
  ["audit log", "/admin/audit-log"],
  ["outbox", "/admin/system?part=outbox"],
] as const;

const NOTCH_PX = 120;
const PAUSE_MS = 16;
const DOWN_MS = 8_000;
const UP_MS = 2_000;
/** What a page still does when its rows are there passes within this time. */
const SETTLE_MS = 2_000;

test("frames of the admin's lists", async ({ page }) => {
  const rows: Recorded[] = [await recordEmpty(page)];
  await signIn(page);
  for (const [name, route] of LISTS) rows.push(await recordList(page, name, route));
  rows.push(await recordList(page, "movements", await movementsOfBestSeller(page)));
  rows.push(await recordEmpty(page));
  process.stdout.write(`${tableOf(rows)}\n`);
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${SHOP}/#/sign-in`);
  await page.locator("main input[name=email]").fill(EMAIL);
  await page.locator("main input[name=password]").fill(PASSWORD);
  await page.locator("main button[type=submit]").click();
  await page.waitForFunction(() => location.hash === "#/");
}

/** A page of nothing but height: what its frames lack, the machine lacks. */
async function recordEmpty(page: Page): Promise<Recorded> {
  await page.goto("about:blank");
  await page.setContent("<div style='height: 1000000px'></div>");
  await page.waitForTimeout(SETTLE_MS);
  return record(page, "(empty page)", () => scroll(page));
}

async function recordList(page: Page, name: string, route: string): Promise<Recorded> {
  await goTo(page, route);
  await page.waitForTimeout(SETTLE_MS);
  return record(page, name, () => scroll(page));
}

/** Goes there and waits for the first row. */
async function goTo(page: Page, route: string): Promise<void> {
  await page.goto(`${SHOP}/#${route}`);
  await page.waitForFunction((to) => document.querySelector<HTMLElement>("main h1")?.dataset.address === to, route);
  await page.locator("[data-list-row]").first().waitFor();
}

async function movementsOfBestSeller(page: Page): Promise<string> {
  await goTo(page, "/admin/products?sort=popular");
  const link = await page.locator("a[data-list-row]").first().getAttribute("href");
  return `${link?.replace(/^#/, "")}/movements`;
}

/** Down as fast as a finger turns a wheel, then back up a little. */
async function scroll(page: Page): Promise<void> {
  await page.mouse.move(760, 600);
  await turnWheel(page, NOTCH_PX, DOWN_MS);
  await turnWheel(page, -NOTCH_PX, UP_MS);
}

async function turnWheel(page: Page, step: number, forMs: number): Promise<void> {
  const until = Date.now() + forMs;
  while (Date.now() < until) {
    await page.mouse.wheel(0, step);
    await page.waitForTimeout(PAUSE_MS);
  }
}
