// What the first page weighs on its way, in the built bundle: text as a server that compresses sends it, pictures and fonts as
// they are.
import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { rest } from "./support/look";
import { expect, test } from "./support/test";

/** Bytes. */
const MOST_FOR_FIRST_PAINT = 250_000;
const MOST_FOR_HOME = 700_000;
/** Scripts and style sheets. */
const MOST_PARTS = 12;

interface Part {
  path: string;
  bytes: number;
}

test("the first page is light", async ({ arrive, shop }) => {
  const visitor = await arrive();
  const parts = partsOf(visitor.page);
  await visitor.go("/");
  await rest(visitor.page);
  await visitor.page.waitForLoadState("networkidle");
  const all = await Promise.all(parts);
  const named = await namedByTheDocument(visitor.page, shop.url);
  const beforePaint = all.filter(({ path }) => path === "/" || named.has(path));
  expect(sumOf(beforePaint), listed(beforePaint)).toBeLessThanOrEqual(MOST_FOR_FIRST_PAINT);
  expect(sumOf(all), listed(all)).toBeLessThanOrEqual(MOST_FOR_HOME);
  expect(all.filter(({ path }) => /\.(js|css)$/.test(path)).length).toBeLessThanOrEqual(MOST_PARTS);
});

test("a Korean page needs few pieces of its font", async ({ arrive }) => {
  const visitor = await arrive();
  const parts = partsOf(visitor.page);
  for (const route of ["/", "/products", "/products/56", "/sign-in"]) {
    await visitor.go(route);
    await rest(visitor.page);
  }
  const fonts = (await Promise.all(parts)).filter(({ path }) => path.endsWith(".woff2"));
  expect(sumOf(fonts), listed(fonts)).toBeLessThanOrEqual(400_000);
});

/** What the page has asked for; grows while it does. */
function partsOf(page: Page): Promise<Part>[] {
  const parts: Promise<Part>[] = [];
  page.on("response", (response) => {
    if (!response.url().endsWith("/v1/events")) parts.push(weigh(response));
  });
  return parts;
}

async function weigh(response: Response): Promise<Part> {
  const path = new URL(response.url()).pathname;
  const body = await response.body().catch(() => Buffer.alloc(0));
  return { path, bytes: /\.(woff2|png|webp|jpe?g)$/.test(path) ? body.length : gzipSync(body).length };
}

/** The scripts and style sheets that have to be there before anything is drawn. */
async function namedByTheDocument(page: Page, origin: string): Promise<ReadonlySet<string>> {
  const html = await (await page.request.get(`${origin}/`)).text();
  return new Set([...html.matchAll(/(?:src|href)="\.(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path = ""]) => path));
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

function listed(parts: readonly Part[]): string {
  return parts
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ path, bytes }) => `${bytes} ${path}`)
    .join("\n");
}
