// The steps of an admin that the stories share, in either language. A step whose result does not appear in time fails the
// story.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Shopper } from "./shopper";
import { type Lang, type Words, wordsOf } from "./words";

/** How a switch of the language calls each, whichever is shown. */
const SWITCH: Record<Lang, string> = { ko: "한국어", en: "English" };

export class Admin {
  private constructor(
    readonly shopper: Shopper,
    readonly words: Words,
  ) {}

  /** Signs in as the demo shop's admin and opens the dashboard. */
  static async enter(shopper: Shopper, lang: Lang = "ko"): Promise<Admin> {
    await shopper.becomeAdmin();
    await shopper.choose(SWITCH[lang]);
    const admin = new Admin(shopper, wordsOf(lang));
    await expect(shopper.heading).toHaveText(admin.words.of("adminDashboard:title"));
    return admin;
  }

  /** The same admin in another tab of the same browser. */
  async anotherTab(): Promise<Admin> {
    return new Admin(await this.shopper.anotherTab(), this.words);
  }

  get page(): Page {
    return this.shopper.page;
  }

  get main(): Locator {
    return this.shopper.main;
  }

  get heading(): Locator {
    return this.shopper.heading;
  }

  /** The one dialog or drawer that is open. */
  get dialog(): Locator {
    return this.shopper.dialog();
  }

  go(route: string): Promise<void> {
    return this.shopper.go(route);
  }

  /** A button of the page by the key of its text. */
  button(key: string, values: Record<string, string | number> = {}): Locator {
    return this.main.getByRole("button", { name: this.words.of(key, values), exact: true });
  }

  /** Follows a link of the page, or a button that is one. */
  async follow(key: string): Promise<void> {
    const link = this.main.getByRole("link", { name: this.words.of(key), exact: true });
    await this.shopper.follow(() => link.click());
  }

  /** Fills the field with this label, in the page or in a dialog. */
  async fill(key: string, value: string, within: Locator = this.main): Promise<void> {
    await within.getByLabel(this.words.of(key), { exact: true }).fill(value);
  }

  /** Presses the button of the dialog and waits until it has closed. */
  async answer(key: string, values: Record<string, string | number> = {}): Promise<void> {
    await this.dialog.getByRole("button", { name: this.words.of(key, values), exact: true }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** The row of the table with this text. */
  row(text: string): Locator {
    return this.main.getByRole("row").filter({ hasText: text });
  }
}
