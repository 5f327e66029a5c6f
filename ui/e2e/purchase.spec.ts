// From a visitor to a paid order and a refund, over HTTP; the same steps as in the window, with the same sums.
import { expect, test } from "./support/test";
import type { Shopper } from "./support/shopper";

const PASTE = "시골 된장 1kg";
/** Products without options and without a limit, for 49,000 and 18,500 won. */
const POT = 13;
const RICE = 133;

test("a new customer buys with coupons and finds it all again after a reload", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("purchase"));
  await shopper.register("나들이", "newcomer@example.com");
  await shopper.charge("100,000원");
  await search(shopper);
  await putIntoTheCart(shopper);
  await takeCoupons(shopper);
  await checkOut(shopper);
  await lookAtTheOrder(shopper);
  await refundAnother(shopper);

  await shopper.page.reload();
  await shopper.isSignedIn("나들이");
  await shopper.balanceIs("74,720P");
  await expect(shopper.page.getByRole("link", { name: "장바구니, 상품 1개" })).toBeVisible();
});

test("an unpaid order is cancelled and frees what it held", async ({ openShop, arrive }) => {
  const shopper = await arrive(await openShop("cancelling"));
  await shopper.becomeFirstCustomer();
  await shopper.go("/orders?state=NORMAL");
  await shopper.follow(() => shopper.orders().getByRole("link").first().click());
  await expect(shopper.heading).toHaveText("주문 상세");
  await expect(shopper.main).toContainText("결제를 기다리고 있어요");

  await shopper.button("주문 취소").click();
  await expect(shopper.dialog()).toContainText("재고가 복원돼요");
  await shopper.dialog().getByRole("button", { name: "주문 유지하기" }).click();
  await expect(shopper.dialog()).toHaveCount(0);
  await expect(shopper.main).toContainText("결제를 기다리고 있어요");

  await shopper.button("주문 취소").click();
  await shopper.dialog().getByRole("button", { name: "주문 취소하기" }).click();
  await expect(shopper.main).toContainText("주문이 취소됐어요");
});

/** By a word of two syllables, then by first consonants alone. */
async function search(shopper: Shopper): Promise<void> {
  const { page } = shopper;
  await shopper.go("/");
  await expect(shopper.main.getByRole("heading", { name: "지금 많이 찾는 상품" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("된장");
  await expect(page.getByRole("option", { name: PASTE })).toBeVisible();
  await page.getByRole("searchbox").fill("ㅅㄱㄷㅈ");
  await expect(page.getByRole("option", { name: PASTE })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(shopper.heading).toHaveText("‘ㅅㄱㄷㅈ’ 검색 결과");
  await shopper.follow(() => shopper.main.getByRole("link", { name: PASTE }).click());
  await expect(shopper.heading).toHaveText(PASTE);
}

/** Three of an option, and something else that stays in the cart. */
async function putIntoTheCart(shopper: Shopper): Promise<void> {
  await shopper.main.getByRole("radio", { name: /1kg/ }).click();
  for (let more = 0; more < 2; more += 1) await shopper.button("수량 늘리기").click();
  await expect(shopper.main).toContainText("50,400원");
  await shopper.button("장바구니 담기").click();
  await expect(shopper.page.getByRole("link", { name: "장바구니, 상품 1개" })).toBeVisible();
  await shopper.go(`/products/${POT}`);
  await expect(shopper.heading).toContainText("양수 냄비");
  await shopper.button("장바구니 담기").click();
  await expect(shopper.page.getByRole("link", { name: "장바구니, 상품 2개" })).toBeVisible();
}

async function takeCoupons(shopper: Shopper): Promise<void> {
  await shopper.go("/coupons");
  const scarce = shopper.main.getByRole("article", { name: "장날 한정 30% 할인" });
  await expect(scarce).toContainText("3장 남음");
  for (const name of ["장날 한정 30% 할인", "오만 원 이상 3,000원 할인", "제철 먹거리 20% 할인"]) await shopper.takeCoupon(name);
  // First come, first served: the count is one less now.
  await expect(scarce).toContainText("2장 남음");
}

/** 50,400 won; the item coupon takes its most, 10,000; then 30 % of 40,400, and 3,000. */
async function checkOut(shopper: Shopper): Promise<void> {
  await shopper.go("/cart");
  await shopper.main.getByRole("checkbox", { name: /^양수 냄비/ }).click();
  await shopper.follow(() => shopper.main.getByRole("link", { name: "1개 상품 주문하기" }).click());
  await shopper.giveAddress();
  await expect(shopper.main).toContainText("최대 할인이 적용됐어요: 25,120원 할인");
  await expect(shopper.main).toContainText("2/2장");
  await shopper.pay("25,280원");
  await expect(shopper.heading).toHaveText("주문이 완료됐어요");
  await expect(shopper.main).toContainText("74,720P");
}

async function lookAtTheOrder(shopper: Shopper): Promise<void> {
  await shopper.go("/orders");
  await expect(shopper.orders()).toContainText(["배송 준비 중"]);
  await shopper.follow(() => shopper.orders().getByRole("link", { name: PASTE }).first().click());
  await expect(shopper.heading).toHaveText("주문 상세");
  await shopper.follow(() => shopper.main.getByRole("link", { name: "영수증" }).click());
  await expect(shopper.heading).toHaveText("영수증");
  for (const part of ["50,400원", "10,000원", "25,280원", "나들이"]) await expect(shopper.main.getByRole("article")).toContainText(part);
}

/** Paid, and given back while it has not left the shop. */
async function refundAnother(shopper: Shopper): Promise<void> {
  await shopper.buyNow(RICE);
  await shopper.pay("18,500원");
  await expect(shopper.heading).toHaveText("주문이 완료됐어요");
  await shopper.balanceIs("56,220P");
  await shopper.go("/orders");
  await shopper.follow(() => shopper.orders().getByRole("link", { name: "현미 4kg" }).first().click());
  await expect(shopper.heading).toHaveText("주문 상세");
  await shopper.button("환불 신청").click();
  await expect(shopper.dialog()).toContainText("18,500P가 환불돼요");
  await shopper.dialog().getByRole("button", { name: "환불 신청" }).click();
  await expect(shopper.main).toContainText("환불 완료");
  await shopper.balanceIs("74,720P");
}
