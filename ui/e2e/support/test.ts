// The fixtures of the stories: a shop that the stories of one worker share, a shop of its own for those that would
// disturb others, and users, each with a browser context whose errors fail the story.
import { test as base, type BrowserContext, expect } from "@playwright/test";
import { Faults } from "./faults";
import type { Size } from "./jangteo";
import { Shop } from "./shop";
import { Shopper } from "./shopper";

interface StoryFixtures {
  /** Opens a shop for this story alone; its data are verified when the story ends. */
  openShop: (name: string, size?: Size | "none", lan?: boolean) => Promise<Shop>;
  /** A user with a browser context of their own, in the shared shop unless another is named. */
  arrive: (at?: Shop) => Promise<Shopper>;
}

interface WorkerFixtures {
  shop: Shop;
}

export const test = base.extend<StoryFixtures, WorkerFixtures>({
  shop: [
    // Playwright asks for an object pattern, also where nothing is needed.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use, { workerIndex }) => {
      const shop = await Shop.open(`shared-${workerIndex}`);
      await use(shop);
      await shop.closeAndVerify();
    },
    { scope: "worker" },
  ],

  // eslint-disable-next-line no-empty-pattern
  openShop: async ({}, use, { workerIndex }) => {
    const opened: Shop[] = [];
    await use(async (name, size, lan) => {
      // Two workers may run the story at once, when it is repeated.
      const shop = await Shop.open(`${name}-${workerIndex}`, size, lan);
      opened.push(shop);
      return shop;
    });
    for (const shop of opened) await shop.closeAndVerify();
  },

  // It asks for `openShop` so that the pages close before their shop.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  arrive: async ({ browser, shop, openShop: _ }, use) => {
    const watched: { context: BrowserContext; faults: Faults }[] = [];
    await use(async (at = shop) => {
      const context = await browser.newContext();
      const faults = new Faults(context);
      watched.push({ context, faults });
      return new Shopper(await context.newPage(), at, faults);
    });
    for (const { context, faults } of watched) {
      await context.close();
      expect(faults.unexpected, "no page complained of anything").toEqual([]);
    }
  },
});

export { expect };
