// Checks of a page: it is idle, its pictures are loaded, axe finds nothing, and its screenshot.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { PICTURES } from "./places";

/** The rules of WCAG 2.2 A and AA; best practices beyond them are a matter of taste. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Waits until nothing of the page is on its way any more. */
export async function rest(page: Page): Promise<void> {
  await page.waitForFunction(isAtRest, undefined, { polling: 30 });
  const broken = await page.evaluate(() =>
    [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.src),
  );
  expect(broken, "every picture can be shown").toEqual([]);
}

/** Keeps `target/e2e-browser/<name>.png` of the page at rest. */
async function keepPicture(page: Page, name: string): Promise<void> {
  await rest(page);
  await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

/** The violations that axe finds on the idle page, one line each. */
async function axeFaults(page: Page): Promise<string[]> {
  await rest(page);
  // What sticks to the lower edge covers parts of the page that can be scrolled clear of it; it lies at its end meanwhile.
  const edge = page.locator("[data-at-edge]");
  await edge.evaluateAll((bars) => bars.forEach((bar) => Object.assign((bar as HTMLElement).style, { position: "static" })));
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  await edge.evaluateAll((bars) => bars.forEach((bar) => Object.assign((bar as HTMLElement).style, { position: "" })));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`));
}

/** Saves a screenshot, checks that the page does not scroll sideways, and returns the violations of axe, each with the name of the screenshot. */
export async function look(page: Page, name: string): Promise<string[]> {
  await keepPicture(page, name);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, `${name} does not scroll sideways`).toBeLessThanOrEqual(0);
  return (await axeFaults(page)).map((fault) => `${name}: ${fault}`);
}

/** Runs in the page. Three looks in a row must find it still: what is about to fade in does not move yet at the first. */
function isAtRest(): boolean {
  const seen = window as unknown as { stillLooks?: number };
  const inView = (element: Element) => {
    const { bottom, top } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const isMoving = (motion: Animation) => motion.playState === "running" && motion.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
  const still =
    document.querySelector(".mantine-Skeleton-root, .mantine-Loader-root, [aria-busy=true]") === null &&
    document.fonts.status === "loaded" &&
    [...document.images].every((image) => image.complete || !inView(image)) &&
    !document.getAnimations().some(isMoving);
  seen.stillLooks = still ? (seen.stillLooks ?? 0) + 1 : 0;
  if (seen.stillLooks < 3) return false;
  seen.stillLooks = 0;
  return true;
}
