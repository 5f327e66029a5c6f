// A purchase by keyboard alone, from the first page to the paid order.
import { tabTo } from "./support/keys";
import { expect, test } from "./support/test";

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
  await tabTo(shopper.page, RICE);
  await keyboard.press("Enter");
  await expect(shopper.heading).toHaveText(RICE);
  await tabTo(shopper.page, "바로 구매");
  await keyboard.press("Enter");
  await expect(shopper.heading).toHaveText("주문·결제");
  await tabTo(shopper.page, "우편번호");
  await keyboard.type("04524");
  await keyboard.press("Tab");
  await keyboard.type("서울시 중구 세종대로 110");
  await keyboard.press("Enter");
  await expect(shopper.main).toContainText("서울시 중구 세종대로 110");
  await expect(shopper.button("18,500원 결제하기")).toBeEnabled();
  await tabTo(shopper.page, "18,500원 결제하기");
  await keyboard.press("Enter");
  await expect(shopper.heading).toHaveText("주문이 완료됐어요");
});
