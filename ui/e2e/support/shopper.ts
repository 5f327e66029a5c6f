// The steps of a user that all stories share. A step whose result does not appear in time fails the story.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Faults } from "./faults";
import type { Shop } from "./shop";

export const PASSWORD = "correct-horse-9";
export const DEMO_PASSWORD = "jangteo-demo-1";

export class Shopper {
  constructor(
    readonly page: Page,
    readonly shop: Shop,
    readonly faults: Faults,
  ) {}

  /** The part of the page that is neither header nor footer. */
  get main(): Locator {
    return this.page.locator("main");
  }

  get heading(): Locator {
    return this.main.locator("h1");
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole("button", { name });
  }

  dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** The toasts, which pass. */
  toast(text: string): Locator {
    return this.page.getByRole("alert").filter({ hasText: text });
  }

  /** The same shop in another tab of the same browser. */
  async anotherTab(): Promise<Shopper> {
    return new Shopper(await this.page.context().newPage(), this.shop, this.faults);
  }

  /** Goes to a page by its route, such as `/cart`, and waits until it is shown; within the shop nothing is reloaded. */
  async go(route: string): Promise<void> {
    await this.page.goto(`${this.shop.url}/#${route}`);
    await this.page.waitForFunction(standsThere, null).catch((error: unknown) => {
      throw new Error(`${route} is not shown, but ${this.page.url()}`, { cause: error });
    });
  }

  /** Runs an action that opens another page, such as a click on a link, and waits until that page is shown. */
  async follow(act: () => Promise<unknown>): Promise<void> {
    const left = await this.heading.getAttribute("data-address");
    await act();
    await this.page.waitForFunction(standsThere, left);
  }

  /** Waits until the page of this route is shown, with any query, after an earlier action. */
  async arrives(route: string): Promise<void> {
    await expect(this.heading).toHaveAttribute("data-address", new RegExp(`^${route}(\\?|$)`));
  }

  async register(name: string, email: string): Promise<void> {
    await this.go("/register");
    await this.main.locator("input[name=email]").fill(email);
    await this.main.locator("input[name=password]").fill(PASSWORD);
    await this.main.locator("input[name=name]").fill(name);
    await this.main.locator("input[name=phone]").fill("010-1234-5678");
    await this.button("회원가입").click();
    await this.isSignedIn(name);
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.go("/sign-in");
    await this.main.locator("input[name=email]").fill(email);
    await this.main.locator("input[name=password]").fill(password);
    await this.main.locator("button[type=submit]").click();
  }

  /** The header names who is signed in, or anybody. */
  async isSignedIn(name = ""): Promise<void> {
    await expect(this.page.locator("header button[aria-haspopup=menu]")).toContainText(name);
  }

  async isSignedOut(): Promise<void> {
    await expect(this.page.locator("header").getByRole("link", { name: /로그인|Sign in/ })).toBeVisible();
  }

  async signOut(): Promise<void> {
    await this.page.locator("header button[aria-haspopup=menu]").click();
    await this.page.getByRole("menuitem", { name: "로그아웃" }).click();
    await this.isSignedOut();
  }

  /** Leaves something in the page that loading it anew would take away. */
  async mark(): Promise<void> {
    await this.page.evaluate(() => Object.assign(window, { unloaded: false }));
  }

  async isUnloaded(): Promise<void> {
    expect(await this.page.evaluate(() => "unloaded" in window), "all that without a reload").toBe(true);
  }

  /** The demo shop's admin, at the dashboard. */
  async becomeAdmin(): Promise<void> {
    await this.signIn("admin@demo.jangteo", DEMO_PASSWORD);
    await this.arrives("/admin/dashboard");
  }

  /** Sets a language or a theme by the name that its switch carries. */
  async choose(name: string): Promise<void> {
    await this.page.getByRole("button", { name: /^(언어와 화면 설정|Language and display)$/ }).click();
    await this.dialog().locator("label", { hasText: name }).click();
    await this.page.keyboard.press("Escape");
    await expect(this.dialog()).toHaveCount(0);
  }

  /** The demo shop's first customer, who has orders, coupons and a full cart. */
  async becomeFirstCustomer(): Promise<void> {
    await this.signIn("customer1@demo.jangteo", DEMO_PASSWORD);
    await this.isSignedIn();
    await this.arrives("/");
  }

  /** Charges one of the amounts that are offered, such as `100,000원`, and finds it in the ledger. */
  async charge(preset: string): Promise<void> {
    await this.go("/points");
    await this.main.locator("form button[type=button]", { hasText: preset }).click();
    await this.main.locator("form button[type=submit]", { hasText: preset }).click();
    await expect(this.main.getByRole("listitem").filter({ hasText: `+${preset.replace("원", "P")}` })).toBeVisible();
  }

  async takeCoupon(name: string): Promise<void> {
    await this.go("/coupons");
    await this.button(`${name} 쿠폰 받기`).click();
    await expect(this.main.getByRole("article", { name })).toContainText("받은 쿠폰이에요");
  }

  /** Saves the first address, at checkout, where a new customer is asked for it. */
  async giveAddress(): Promise<void> {
    await this.main.locator("input[name=zipCode]").fill("04524");
    await this.main.locator("input[name=address]").fill("서울시 중구 세종대로 110");
    await this.button("배송지 저장").click();
    await expect(this.main.locator("input[name=zipCode]")).toHaveCount(0);
  }

  async buyNow(productId: number): Promise<void> {
    await this.go(`/products/${productId}`);
    await this.follow(() => this.button("바로 구매").click());
    await expect(this.heading).toHaveText("주문·결제");
  }

  /** Presses the button that carries the amount. */
  async pay(amount: string): Promise<void> {
    await this.button(`${amount} 결제하기`).click();
  }

  async balanceIs(points: string): Promise<void> {
    await this.go("/points");
    await expect(this.heading).toHaveText("포인트");
    await expect(this.main).toContainText(points);
  }

  orders(): Locator {
    return this.main.locator("li[aria-label^='ORD-']");
  }
}

/** Runs in the page: whether the heading is that of the address, and of another page than the one that was left. */
function standsThere(left: string | null): boolean {
  const shown = document.querySelector<HTMLElement>("main h1")?.dataset.address;
  return shown !== undefined && shown !== left && decodeURIComponent(`#${shown}`) === decodeURIComponent(location.hash || "#/");
}
