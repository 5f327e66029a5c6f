// A purchase without a mouse: from the first page to the thanks by keys alone.
import { expect, test } from "./support/test";
import type { Shopper } from "./support/shopper";

/** More stops than any page has before its main button. */
const MOST_STOPS = 60;
const RICE = "현미 4kg";

test("everything between the first page and a paid order is reached by keys", async ({ arrive }) => {
  const shopper = await arrive();
  await shopper.register("글쇠", "keys@example.com");
  await shopper.charge("50,000원");
  const { keyboard } = shopper.page;
  await keyboard.press("Escape");
  await keyboard.press("g");
  await keyboard.press("h");
  await expect(shopper.heading).toHaveText("홈");

  await keyboard.press("/");
  await keyboard.type("현미");
  await keyboard.press("Enter");
  await expect(shopper.heading).toHaveText("‘현미’ 검색 결과");
  await tabTo(shopper, RICE);
  await keyboard.press("Enter");
  await expect(shopper.heading).toHaveText(RICE);
  await tabTo(shopper, "바로 구매");
  await keyboard.press("Enter");
  await expect(shopper.heading).toHaveText("주문·결제");
  await tabTo(shopper, "우편번호");
  await keyboard.type("04524");
  await keyboard.press("Tab");
  await keyboard.type("서울시 중구 세종대로 110");
  await keyboard.press("Enter");
  await expect(shopper.main).toContainText("서울시 중구 세종대로 110");
  await expect(shopper.button("18,500원 결제하기")).toBeEnabled();
  await tabTo(shopper, "18,500원 결제하기");
  await keyboard.press("Enter");
  await expect(shopper.heading).toHaveText("주문이 완료됐어요");
});

/** Presses Tab until the focus is on what is called so, and the focus can be seen. */
async function tabTo(shopper: Shopper, name: string): Promise<void> {
  const passed: string[] = [];
  while (passed.length < MOST_STOPS) {
    await shopper.page.keyboard.press("Tab");
    const stop = await shopper.page.evaluate(nameOfFocused);
    if (stop === name) return;
    passed.push(stop);
  }
  throw new Error(`Tab never came to ${name}: ${passed.join(" | ")}`);
}

function nameOfFocused(): string {
  const focused = document.activeElement;
  const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined;
  return (focused?.getAttribute("aria-label") ?? label ?? focused?.textContent ?? "").trim();
}
