// Pages of other sites, in a browser on the same machine, against the shop's server: they read nothing and write nothing.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Page } from "@playwright/test";
import { Caller } from "./support/caller";
import { PASSWORD } from "./support/shopper";
import type { Shop } from "./support/shop";
import { expect, test } from "./support/test";

/** A name that its owner points at this machine. */
const EVIL = "shop.evil.example";
const JSON_TYPE = "application/json";

test("a name that is pointed at this machine opens no door", async ({ shop }, { project }) => {
  const { launchOptions } = project.use;
  const rebound = await chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), `--host-resolver-rules=MAP ${EVIL} 127.0.0.1`] });
  try {
    const page = await rebound.newPage();
    for (const path of ["/", "/v1/products", "/v1/openapi.json", "/docs", "/healthz"]) {
      const response = await page.goto(`http://${EVIL}:${shop.port}${path}`);
      expect(response?.status(), path).toBe(403);
      expect(await response?.json(), path).toMatchObject({ code: "FORBIDDEN" });
    }
    // To the browser these are requests of a page to its own server.
    const body = JSON.stringify({ email: "rebound@example.com", password: PASSWORD, name: "rebound" });
    expect(await statusOf(page, "/v1/auth/register", { method: "POST", headers: { "Content-Type": JSON_TYPE }, body })).toBe(403);
    expect(await statusOf(page, "/v1/products", {})).toBe(403);
  } finally {
    await rebound.close();
  }
  await expectNobody(shop, "rebound@example.com");
});

for (const [site, host, names] of [
  ["the same site, another port", "127.0.0.1", "near.example"],
  ["another site", "localhost", "far.example"],
] as const) {
  test(`a page of ${site} can neither read nor write`, async ({ shop, browser }) => {
    const stranger = await serveStranger();
    const page = await browser.newPage();
    try {
      const { port } = stranger.address() as AddressInfo;
      await page.goto(`http://${host}:${port}/`);
      await expectUnreadable(page, shop);
      await expectUnwritable(page, shop, names);
      await expectUnframeable(page, shop);
    } finally {
      await page.close();
      stranger.close();
    }
  });
}

test("a link from another site leads to the shop's first page, and to nothing of its interface", async ({ shop, browser }) => {
  const stranger = await serveStranger();
  const page = await browser.newPage();
  try {
    const { port } = stranger.address() as AddressInfo;
    for (const [path, status] of [["/", 200], ["/v1/products", 403]] as const) {
      await page.goto(`http://localhost:${port}/`);
      const answer = page.waitForResponse(`${shop.url}${path}`);
      await page.evaluate((to) => location.assign(to), `${shop.url}${path}`);
      expect((await answer).status(), path).toBe(status);
      await page.waitForURL(`${shop.url}${path}**`);
    }
  } finally {
    await page.close();
    stranger.close();
  }
});

async function expectUnreadable(page: Page, shop: Shop): Promise<void> {
  for (const path of ["/v1/products", "/v1/me", "/v1/openapi.json", "/healthz", "/favicon.svg"]) {
    for (const mode of ["cors", "no-cors"] as const) {
      expect(await statusOf(page, `${shop.url}${path}`, { mode }), `${path} cannot be read, ${mode}`).toBe("refused");
    }
  }
}

/** Each way in which a page may send something elsewhere without being asked whether it may. */
async function expectUnwritable(page: Page, shop: Shop, names: string): Promise<void> {
  const url = `${shop.url}/v1/auth/register`;
  for (const [way, init] of [
    ["json", { headers: { "Content-Type": JSON_TYPE } }],
    ["text", { headers: { "Content-Type": "text/plain" } }],
    ["blind", { mode: "no-cors", headers: { "Content-Type": "text/plain" } }],
    ["beacon", { mode: "no-cors", keepalive: true }],
  ] as const) {
    const body = JSON.stringify({ email: `${way}@${names}`, password: PASSWORD, name: way });
    await statusOf(page, url, { method: "POST", ...init, body });
    await expectNobody(shop, `${way}@${names}`);
  }
  const stranger = page.url();
  const answer = page.waitForResponse(url);
  await page.evaluate(sendForm, { url, email: `form@${names}`, password: PASSWORD });
  expect((await answer).status(), "a form").toBe(403);
  await expectNobody(shop, `form@${names}`);
  await page.waitForURL(url);
  await page.goto(stranger);
}

/** Sends JSON by a form: its one field is everything before the `=`, its value everything after it. */
function sendForm({ url, email, password }: { url: string; email: string; password: string }): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = url;
  form.enctype = "text/plain";
  const field = document.createElement("input");
  field.name = `{"email":"${email}","password":"${password}","name":"`;
  field.value = `"}`;
  form.append(field);
  document.body.append(form);
  form.submit();
}

async function expectUnframeable(page: Page, shop: Shop): Promise<void> {
  const answer = page.waitForResponse(`${shop.url}/`);
  await page.evaluate((url) => {
    const frame = document.createElement("iframe");
    frame.src = url;
    document.body.append(frame);
  }, `${shop.url}/`);
  expect((await answer).status(), "not in a frame").toBe(403);
}

/** The answer's status as the page sees it, 0 where only that there was one; `refused` where not even that. */
function statusOf(page: Page, url: string, init: RequestInit): Promise<number | "refused"> {
  return page.evaluate(([to, how]) => fetch(to, how).then(({ status }) => status, () => "refused" as const), [url, init] as const);
}

async function expectNobody(shop: Shop, email: string): Promise<void> {
  const { status } = await Caller.visitor(shop).ask("POST", "/v1/auth/register", { email, password: PASSWORD, name: "first" });
  expect(status, `${email} is still to be had`).toBe(201);
}

async function serveStranger(): Promise<Server> {
  const server = createServer((_, response) => response.setHeader("Content-Type", "text/html").end("<!doctype html><title>stranger</title>"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}
