// What fingers press: the parts of a page at rest that are smaller than a fingertip.
import type { Page } from "@playwright/test";
import { rest } from "./look";

/** Pixels; what is drawn between two of them counts as the larger. */
const FINGER = 43.5;

/** One line for each part in sight or below that is too small to be hit; links within a sentence do not count. */
export async function smallTargets(page: Page): Promise<string[]> {
  await rest(page);
  return page.evaluate(findSmall, FINGER);
}

/** Runs in the page. */
function findSmall(least: number): string[] {
  const isSeen = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.closest("[aria-hidden=true]") === null;
  const isInText = (element: Element) => getComputedStyle(element).display === "inline" && (element.parentElement?.textContent.trim().length ?? 0) > element.textContent.trim().length;
  /** A label counts as part of its field, and what a target is stretched over as part of it. */
  const areaOf = (element: HTMLElement): { width: number; height: number } => {
    const cover = getComputedStyle(element, "::after");
    if (cover.content !== "none" && cover.position === "absolute") return { width: Number.parseFloat(cover.width), height: Number.parseFloat(cover.height) };
    const label = element instanceof HTMLInputElement && ["checkbox", "radio"].includes(element.type) ? (element.closest<HTMLElement>("[class*=-body]") ?? element.labels?.[0]) : undefined;
    return (label ?? element).getBoundingClientRect();
  };
  const found = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")].filter((element) => isSeen(element) && !isInText(element));
  return found.flatMap((element) => {
    const { width, height } = areaOf(element);
    if (width === 0 || (height >= least && width >= least)) return [];
    const name = element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 30);
    return [`${element.tagName.toLowerCase()} "${name}" ${element.className.slice(0, 40)}: ${Math.round(width)} × ${Math.round(height)}`];
  });
}
