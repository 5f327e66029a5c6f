// Moves the focus with the keyboard alone.
import type { Page } from "@playwright/test";
import { rest } from "./look";

/** More stops than any page has before its main button. */
const MOST_STOPS = 60;

/** Presses Tab until the focus is on what is called so, and the focus can be seen. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  // What is still on its way has no stops yet.
  await rest(page);
  while (passed.length < MOST_STOPS) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(nameOfFocused);
    if (stop === name) return;
    passed.push(stop);
  }
  throw new Error(`Tab never came to ${name}: ${passed.join(" | ")}`);
}

/** Runs in the page. */
function nameOfFocused(): string {
  const focused = document.activeElement;
  const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined;
  return (focused?.getAttribute("aria-label") ?? label ?? focused?.textContent ?? "").trim();
}
