// A refresh token is used once, however many calls ask in however many tabs.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeDatabase, FakeShop, fakeLocks, openTab } from "./fakeShop";

let shop: FakeShop;

beforeEach(() => {
  localStorage.clear();
  shop = new FakeShop();
  vi.doMock("idb-keyval", fakeDatabase);
  vi.stubGlobal("fetch", shop.fetch);
  vi.stubGlobal("navigator", { ...navigator, locks: fakeLocks() });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it("signs in, and sends the access token from then on", async () => {
  const tab = await openTab();
  await expect(tab.call("login", { email: "a@b.kr", password: "secret-1" })).resolves.toEqual({ id: 7 });
  await tab.call("get_cart");
  expect(shop.asked.at(-1)?.headers.get("Authorization")).toBe("Bearer access-0");
});

it("renews an access token that has run out before it asks", async () => {
  const tab = await openTab();
  tab.keep({ ...shop.pair(0), tokenType: "Bearer" } as never);
  await expect(tab.call("get_cart")).resolves.toMatchObject({ visitor: false });
  expect(shop.asked.map(({ url }) => url), "no call with the spent token").toEqual(["/v1/auth/refresh", "/v1/carts"]);
});

it("renews a refused access token once, however many calls were refused", async () => {
  const tab = await openTab();
  tab.keep({ ...shop.pair(), accessToken: "forgotten by the server" } as never);
  const answers = await Promise.all([tab.call("get_cart"), tab.call("list_orders"), tab.call("get_points")]);
  expect(answers.every((answer) => (answer as { visitor: boolean }).visitor === false)).toBe(true);
  expect(shop.refreshes).toBe(1);
  expect(tab.currentSession()?.refreshToken, "the new one is kept").toBe("refresh-1");
});

it.each([
  ["with locks", true],
  ["where there are none", false],
])("lets two tabs refresh once together, %s", async (_, locks) => {
  if (!locks) vi.stubGlobal("navigator", { ...navigator, locks: undefined });
  const [one, two] = [await openTab(), await openTab()];
  one.keep(shop.pair(0) as never);
  const answers = await Promise.all([one.call("get_cart"), two.call("get_cart")]);
  expect(answers).toMatchObject([{ visitor: false }, { visitor: false }]);
  expect(shop.refreshes).toBe(1);
  expect(shop.ended, "no refresh token was used twice").toBe(false);
});

it("waits for a token that another tab has renewed and that is still on its way to this one", async () => {
  const [one, two] = [await openTab(), await openTab()];
  one.keep(shop.pair(0) as never);
  const before = localStorage.getItem("jangteo.session");
  await one.call("get_cart");
  // A browser sends the event to tabs of other processes a little later.
  const late = vi.spyOn(Storage.prototype, "getItem").mockReturnValue(before);
  const call = two.call("get_cart");
  setTimeout(() => late.mockRestore(), 60);
  await expect(call).resolves.toMatchObject({ visitor: false });
  expect(shop.refreshes).toBe(1);
});

it("becomes a visitor when the session is over, and asks no further", async () => {
  const tab = await openTab();
  tab.keep(shop.pair() as never);
  shop.ended = true;
  const told = vi.fn();
  tab.watchUser(told);
  await expect(tab.call("list_products")).resolves.toMatchObject({ visitor: true });
  expect(tab.isSignedIn()).toBe(false);
  expect(told.mock.calls, "once, and not because anybody asked for it").toEqual([[false]]);
  const before = shop.asked.length;
  await expect(tab.call("get_me")).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  expect(shop.asked.length, "a visitor's session needs no question").toBe(before);
});

it("keeps the session when the network fails during a refresh", async () => {
  const tab = await openTab();
  tab.keep(shop.pair(0) as never);
  shop.down = true;
  await expect(tab.call("get_cart")).rejects.toMatchObject({ code: "OFFLINE" });
  shop.down = false;
  await expect(tab.call("get_cart")).resolves.toMatchObject({ visitor: false });
});

it("asks again at once where the answer to a refresh was lost", async () => {
  const tab = await openTab();
  tab.keep(shop.pair(0) as never);
  shop.lost = 1;
  await expect(tab.call("get_cart")).resolves.toMatchObject({ visitor: false });
  expect(shop.refreshes, "with the same token").toBe(2);
  expect(tab.currentSession()?.refreshToken, "the second pair is kept").toBe("refresh-2");
});

it("asks no third time, and keeps the session", async () => {
  const tab = await openTab();
  tab.keep(shop.pair(0) as never);
  shop.lost = 2;
  await expect(tab.call("get_cart")).rejects.toMatchObject({ code: "OFFLINE" });
  expect(shop.refreshes).toBe(2);
  expect(tab.isSignedIn()).toBe(true);
});

it("does not bring a session back that was ended while it was renewed", async () => {
  const tab = await openTab();
  tab.keep(shop.pair(0) as never);
  const call = tab.call("list_products");
  tab.forget({ asked: true });
  await call;
  expect(tab.isSignedIn()).toBe(false);
});

it("never repeats a call in the name of another user", async () => {
  const tab = await openTab();
  tab.keep({ ...shop.pair(), accessToken: "forgotten by the server" } as never);
  const call = tab.call("get_cart");
  tab.keep({ ...shop.pair(), user: { id: 8 } } as never);
  await expect(call).resolves.toMatchObject({ visitor: true });
});

it("signs out here even when the server cannot be told, and says that it could not", async () => {
  const tab = await openTab();
  tab.keep(shop.pair() as never);
  shop.down = true;
  await expect(tab.call("logout")).rejects.toMatchObject({ code: "OFFLINE" });
  expect(tab.isSignedIn()).toBe(false);
});

it("follows a sign-in of another tab, and not a mere refresh", async () => {
  const tab = await openTab();
  const told = vi.fn();
  tab.watchUser(told);
  const write = (userId: number, accessToken: string) => {
    localStorage.setItem("jangteo.session", JSON.stringify({ userId, accessToken, accessUntil: 1, refreshToken: "r" }));
    window.dispatchEvent(new StorageEvent("storage", { key: "jangteo.session" }));
  };
  write(7, "first");
  write(7, "second");
  expect(told.mock.calls).toEqual([[false]]);
});
