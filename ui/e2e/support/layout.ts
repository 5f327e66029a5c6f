// What a judge with a ruler finds: whether a page is wider than its window, and how much of it jumped while it came.
import type { BrowserContext, Page } from "@playwright/test";
import { rest } from "./look";

/** The parts of the page at rest that reach beyond the window, one line each; those that scroll by themselves do not count. */
export async function beyondWindow(page: Page): Promise<string[]> {
  await rest(page);
  return page.evaluate(findBeyond);
}

/** Figures, states and headings of tables whose end is cut off, one line each. Names may be cut: the row leads to the whole. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(findCutOff);
}

/** Begins to add up how far things jump; to be called before the first page is opened. */
export async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(addUpShifts);
}

/** What has jumped since the page was loaded, and what it was. */
export async function shiftsOf(page: Page): Promise<{ sum: number; parts: string[] }> {
  await rest(page);
  return page.evaluate(() => (window as unknown as { shifts: { sum: number; parts: string[] } }).shifts);
}

/** Runs in the page. */
function findBeyond(): string[] {
  const width = document.documentElement.clientWidth;
  const scrolls = (element: Element) => getComputedStyle(element).overflowX !== "visible" || getComputedStyle(element).position === "fixed";
  const isInside = (element: Element): boolean => {
    for (let outer = element.parentElement; outer !== null && outer !== document.body; outer = outer.parentElement) if (scrolls(outer)) return true;
    return false;
  };
  const nameOf = (element: Element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.trim().slice(0, 40)}`;
  const beyond = [...document.body.querySelectorAll("*")].filter((element) => {
    const { left, right, width: own } = element.getBoundingClientRect();
    return own > 0 && getComputedStyle(element).visibility === "visible" && (right > width + 1 || left < -1) && getComputedStyle(element).position !== "fixed" && !isInside(element);
  });
  const page = document.documentElement.scrollWidth;
  const named = beyond.slice(0, 5).map(nameOf);
  return page > width ? [`the page takes ${page} of ${width} pixels`, ...named] : named;
}

/** Runs in the page. */
function findCutOff(): string[] {
  const clips = (element: Element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowX);
  const isCut = (part: Node, cell: Element): boolean => {
    const range = document.createRange();
    range.selectNode(part);
    const { left, right, width } = range.getBoundingClientRect();
    for (let outer = part.parentElement; width > 0 && outer !== null; outer = outer.parentElement) {
      const box = outer.getBoundingClientRect();
      if (box.width <= 1) return false; // for screen readers alone
      const { paddingLeft, paddingRight } = getComputedStyle(outer);
      if (clips(outer) && (right > box.right - parseFloat(paddingRight) + 1 || left < box.left + parseFloat(paddingLeft) - 1)) return true;
      if (outer === cell) return false;
    }
    return false;
  };
  const cells = [...document.querySelectorAll("main :is(th, td[data-figures], td:has(> [data-tone]))")];
  const isSeen = (part: Node) => part.nodeType === Node.TEXT_NODE || (part instanceof HTMLElement && part.dataset.tone !== undefined);
  const partsOf = (cell: Element) => [cell, ...cell.querySelectorAll("*")].flatMap(({ childNodes }) => [...childNodes].filter(isSeen));
  return cells.filter((cell) => partsOf(cell).some((part) => isCut(part, cell))).map((cell) => `“${cell.textContent.trim()}” is cut off`);
}

/** Runs in the page before its own scripts. */
function addUpShifts(): void {
  const shifts = { sum: 0, parts: [] as string[] };
  Object.assign(window, { shifts });
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
  const observer = new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      if (hadRecentInput) continue;
      shifts.sum += value;
      const names = sources.map(({ node }) => (node instanceof Element ? `${node.tagName.toLowerCase()}.${node.getAttribute("class") ?? ""}` : String(node?.nodeName)));
      shifts.parts.push(`${value.toFixed(4)}: ${names.join(", ")}`);
    }
  });
  observer.observe({ type: "layout-shift", buffered: true });
}
